import type { account as english } from '../en/account.ts';
import type { SameMessages } from '../same-messages.ts';

export const account = { title: 'account' } as const satisfies SameMessages<typeof english>;
