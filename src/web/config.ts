/** What the web layer must know of its surroundings; read from the environment in src/bin. */
export interface WebConfig {
  /** Where people reach this server, without a slash at the end. https here makes cookies Secure. */
  readonly publicUrl: string;
  readonly sessionSecret: string;
  /** How many proxies in front may be believed about the client's address; 0: none. */
  readonly trustProxy: number;
  /** Posts of respondents allowed per address and minute; 0: no limit. A whole class may sit behind one address. */
  readonly respondentLimit: number;
  /** Failed sign-in tries allowed per address, and per account, in 15 minutes. */
  readonly signInLimit: number;
  /** The largest upload in bytes. */
  readonly uploadLimit: number;
  readonly softwareVersion: string;
}
