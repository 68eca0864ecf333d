import type { fault as english } from '../en/fault.ts';
import type { SameMessages } from '../same-messages.ts';

export const fault = { title: 'fault' } as const satisfies SameMessages<typeof english>;
