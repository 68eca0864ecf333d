import type { study as english } from '../en/study.ts';
import type { SameMessages } from '../same-messages.ts';

export const study = { title: 'study' } as const satisfies SameMessages<typeof english>;
