import type { StudyRole } from './permission.ts';

export interface Account {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  /** The language of the researcher pages, 'en' or 'fa'. */
  readonly language: string;
}

/** What a one-time link is for. The link's secret is never stored, only its SHA-256. */
export type OneTimeLinkPurpose = 'first-account' | 'invite' | 'reset-password';

export interface OneTimeLink {
  readonly purpose: OneTimeLinkPurpose;
  /** Set for 'invite': the study and the role that the new member gets. */
  readonly studyId?: number;
  readonly role?: StudyRole;
  /** Set for 'reset-password'. */
  readonly accountId?: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface AccountStore {
  countAccounts(): Promise<number>;
  /** Throws emailTaken. E-mail is compared without case. */
  insertAccount(account: Omit<Account, 'id'> & { passwordHash: string }): Promise<Account>;
  findOptionalAccount(id: number): Promise<Account | null>;
  findOptionalAccountByEmail(email: string): Promise<(Account & { passwordHash: string }) | null>;
  updateLanguage(accountId: number, language: string): Promise<void>;
  /** Sets the hash, ends every session of the account but the one named, and its unused reset links; one transaction. */
  changePassword(accountId: number, passwordHash: string, keepSessionId: string | null): Promise<void>;

  insertLink(secretHash: string, link: OneTimeLink): Promise<void>;
  /** Unused and not expired at `now`, else null. */
  findOptionalLink(secretHash: string, now: number): Promise<OneTimeLink | null>;
  /** True for exactly one caller, however many race; the link is then used up. */
  useLink(secretHash: string, now: number): Promise<boolean>;
  /** Removes unused links of a purpose, so that a newer one replaces them. */
  deleteLinks(purpose: OneTimeLinkPurpose): Promise<void>;
}
