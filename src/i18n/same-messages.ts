/** The keys of another language's file: `satisfies SameMessages<typeof en>` makes a missing or surplus message a compile error. */
export type SameMessages<English> = { readonly [K in keyof English]: string };
