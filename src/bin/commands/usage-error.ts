/** Something the caller of the command got wrong: one clear line on stderr, exit code 2. */
export class UsageError extends Error {}
