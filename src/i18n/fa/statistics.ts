import type { statistics as english } from '../en/statistics.ts';
import type { SameMessages } from '../same-messages.ts';

export const statistics = { title: 'statistics' } as const satisfies SameMessages<typeof english>;
