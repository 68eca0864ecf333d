import type { respond as english } from '../en/respond.ts';
import type { SameMessages } from '../same-messages.ts';

export const respond = { title: 'respond' } as const satisfies SameMessages<typeof english>;
