import { type SessionData, Store } from 'express-session';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { storedSessionId } from './session-id.ts';

export interface SessionStoreOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a session without an expiry of its own lasts. */
  readonly defaultLifetime?: number;
  /** An expiry is moved at most this often, so that looking at pages does not mean writing. */
  readonly touchInterval?: number;
}

const DAY = 24 * 60 * 60 * 1000;
type Callback = (error?: unknown) => void;

/** Sessions of staff; `accountId` in the session's data is the account that is signed in. */
export class SessionStore extends Store {
  readonly #db: Kysely<Schema>;
  readonly #options: Required<SessionStoreOptions>;

  constructor(db: Kysely<Schema>, options: SessionStoreOptions) {
    super();
    this.#db = db;
    this.#options = { defaultLifetime: DAY, touchInterval: 5 * 60 * 1000, ...options };
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    const found = this.#find(sid).then((row) => (row ? (JSON.parse(row.data) as SessionData) : null));
    found.then((session) => callback(null, session), callback);
  }

  override set(sid: string, session: SessionData, callback?: Callback): void {
    report(this.#save(sid, session), callback);
  }

  override touch(sid: string, session: SessionData, callback?: Callback): void {
    report(this.#extend(sid, session), callback);
  }

  override destroy(sid: string, callback?: Callback): void {
    report(this.#end(sid), callback);
  }

  /** Removes what has expired; returns how many. */
  async deleteExpired(): Promise<number> {
    const deleted = await this.#db
      .deleteFrom('session')
      .where('expires_at', '<=', this.#options.now())
      .executeTakeFirst();
    return Number(deleted.numDeletedRows);
  }

  #find(sid: string) {
    return this.#db
      .selectFrom('session')
      .select(['data', 'expires_at'])
      .where('id', '=', storedSessionId(sid))
      .where('ended', '=', 0)
      .where('expires_at', '>', this.#options.now())
      .executeTakeFirst();
  }

  async #save(sid: string, session: SessionData): Promise<void> {
    const row = {
      account_id: (session as { accountId?: number }).accountId ?? null,
      data: JSON.stringify(session),
      expires_at: this.#expiryOf(session),
    };
    // An ended session is left as it is: a request that began before the end must not bring it back.
    await this.#db
      .insertInto('session')
      .values({ id: storedSessionId(sid), ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('session.ended', '=', 0))
      .execute();
  }

  async #extend(sid: string, session: SessionData): Promise<void> {
    const row = await this.#find(sid);
    const expiry = this.#expiryOf(session);
    if (!row || expiry - row.expires_at < this.#options.touchInterval) return;
    await this.#db
      .updateTable('session')
      .set({ expires_at: expiry })
      .where('id', '=', storedSessionId(sid))
      .where('ended', '=', 0)
      .execute();
  }

  async #end(sid: string): Promise<void> {
    await this.#db
      .updateTable('session')
      .set({ ended: 1, data: '' })
      .where('id', '=', storedSessionId(sid))
      .execute();
  }

  #expiryOf(session: SessionData): number {
    const expires = session.cookie?.expires;
    return expires ? new Date(expires).getTime() : this.#options.now() + this.#options.defaultLifetime;
  }
}

/** Outside the promise: what a callback throws is express-session's affair and must not be reported to it as ours. */
function report(done: Promise<void>, callback: Callback = () => {}): void {
  done.then(
    () => setImmediate(callback),
    (error) => setImmediate(callback, error),
  );
}
