import type { SessionData } from 'express-session';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { accountStore } from '../../src/storage/account-store.ts';
import { SessionStore } from '../../src/storage/session-store.ts';
import { newKey } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const MINUTE = 60_000;
const database = temporaryDatabase();
afterAll(() => database.remove());

let now = 0;
const store = new SessionStore(database.kysely, { now: () => now, touchInterval: 5 * MINUTE });
beforeEach(() => {
  now = 1_000_000;
});

function data(expiresAt: number, accountId?: number): SessionData {
  const cookie = { originalMaxAge: 60 * MINUTE, expires: new Date(expiresAt) };
  return { cookie, ...(accountId === undefined ? {} : { accountId }) } as SessionData;
}

const done = (run: (callback: (error?: unknown) => void) => void) =>
  new Promise<void>((resolve, reject) => {
    run((error) => (error ? reject(error) : resolve()));
  });
const set = (sid: string, session: SessionData) => done((callback) => store.set(sid, session, callback));
const touch = (sid: string, session: SessionData) => done((callback) => store.touch(sid, session, callback));
const destroy = (sid: string) => done((callback) => store.destroy(sid, callback));
const get = (sid: string) =>
  new Promise<SessionData | null | undefined>((resolve, reject) => {
    store.get(sid, (error, session) => (error ? reject(error) : resolve(session)));
  });
async function newAccount(): Promise<number> {
  const accounts = accountStore(database.kysely);
  const account = { email: newKey(), name: '', language: 'en', passwordHash: 'old' };
  return (await accounts.insertAccount(account)).id;
}

describe('a session', () => {
  it('gives back what was set, under the same id only', async () => {
    await set('one', { ...data(now + MINUTE), flash: 'Saved' } as SessionData);
    expect(await get('one')).toMatchObject({ flash: 'Saved' });
    expect(await get('two')).toBeNull();
  });

  it('is over at its expiry and is then deleted', async () => {
    const sid = newKey();
    await set(sid, data(now + MINUTE));
    now += MINUTE;
    expect(await get(sid)).toBeNull();
    expect(await store.deleteExpired()).toBeGreaterThan(0);
    expect(database.connection.prepare('SELECT count(*) FROM session').pluck().get()).toBe(0);
  });

  it('is stored without the id that the cookie carries', async () => {
    await set('a-secret-session-id', data(now + MINUTE));
    const text = JSON.stringify(database.connection.prepare('SELECT * FROM session').all());
    expect(text).toContain('"expires_at"');
    expect(text).not.toContain('a-secret-session-id');
  });

  it('moves its expiry when it is used, but writes at most once in five minutes', async () => {
    const sid = newKey();
    await set(sid, data(now + 60 * MINUTE));
    const writes = () => database.connection.prepare('SELECT total_changes()').pluck().get();
    const before = writes();
    await touch(sid, data(now + 64 * MINUTE));
    expect(writes()).toBe(before);
    await touch(sid, data(now + 65 * MINUTE));
    now += 64 * MINUTE;
    expect(await get(sid)).not.toBeNull();
  });

  it('that was destroyed is not brought back by a request that was under way', async () => {
    const sid = newKey();
    await set(sid, data(now + MINUTE));
    await destroy(sid);
    await set(sid, data(now + MINUTE));
    await touch(sid, data(now + 60 * MINUTE));
    expect(await get(sid)).toBeNull();
  });
});

describe('changing a password', () => {
  it("ends every session of the account but the one that changed it, and no one else's", async () => {
    const accounts = accountStore(database.kysely);
    const [mine, other] = [await newAccount(), await newAccount()];
    await set('here', data(now + MINUTE, mine));
    await set('phone', data(now + MINUTE, mine));
    await set('theirs', data(now + MINUTE, other));
    await accounts.changePassword(mine, 'new', 'here');
    await set('phone', data(now + MINUTE, mine));
    expect(await get('here')).not.toBeNull();
    expect(await get('phone')).toBeNull();
    expect(await get('theirs')).not.toBeNull();
    const { email } = (await accounts.findOptionalAccount(mine))!;
    expect((await accounts.findOptionalAccountByEmail(email))?.passwordHash).toBe('new');
  });

  it('from the command line ends them all', async () => {
    const mine = await newAccount();
    await set('desk', data(now + MINUTE, mine));
    await accountStore(database.kysely).changePassword(mine, 'new', null);
    expect(await get('desk')).toBeNull();
  });
});

it('tells express-session when the database fails, instead of staying silent', async () => {
  const broken = temporaryDatabase();
  const failing = new SessionStore(broken.kysely, { now: () => now });
  broken.connection.exec('DROP TABLE session');
  const failed = done((callback) => failing.set('sid', data(now + MINUTE), callback));
  await expect(failed).rejects.toThrow('no such table');
  await broken.remove();
});
