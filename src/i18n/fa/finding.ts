import type { finding as english } from '../en/finding.ts';
import type { SameMessages } from '../same-messages.ts';

export const finding = { title: 'finding' } as const satisfies SameMessages<typeof english>;
