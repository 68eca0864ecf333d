import { afterAll, describe, expect, it } from 'vitest';
import { accountStore } from '../../src/storage/account-store.ts';
import { newKey, publishedStudy } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
afterAll(() => database.remove());
const accounts = accountStore(database.kysely);

describe('an account', () => {
  it('is found by its e-mail in any case, also outside ASCII, and shown as it was written', async () => {
    const before = await accounts.countAccounts();
    const made = await accounts.insertAccount({
      email: 'Jürgen.Ö@Example.org',
      name: 'Jürgen',
      language: 'en',
      passwordHash: 'hash',
    });
    expect(await accounts.countAccounts()).toBe(before + 1);
    expect(await accounts.findOptionalAccountByEmail('JÜRGEN.ö@example.ORG')).toEqual({
      ...made,
      passwordHash: 'hash',
    });
    expect(await accounts.findOptionalAccount(made.id)).toEqual(made);
    expect(made.email).toBe('Jürgen.Ö@Example.org');
  });

  it('is refused when the e-mail is taken, in whatever case', async () => {
    const account = { name: '', language: 'en', passwordHash: 'h' };
    await accounts.insertAccount({ ...account, email: 'taken@example.org' });
    const second = accounts.insertAccount({ ...account, email: 'TAKEN@example.org' });
    await expect(second).rejects.toMatchObject({ kind: 'conflict', code: 'email-taken' });
  });

  it('keeps its language', async () => {
    const { id } = await accounts.insertAccount({
      email: newKey(),
      name: '',
      language: 'en',
      passwordHash: 'h',
    });
    await accounts.updateLanguage(id, 'fa');
    expect((await accounts.findOptionalAccount(id))?.language).toBe('fa');
  });

  it('that is not there is null', async () => {
    expect(await accounts.findOptionalAccount(987_654)).toBeNull();
    expect(await accounts.findOptionalAccountByEmail('nobody@example.org')).toBeNull();
  });
});

describe('a one-time link', () => {
  const link = { purpose: 'first-account', expiresAt: 1000 } as const;

  it('is used by exactly one of fifty who race', async () => {
    const hash = newKey();
    await accounts.insertLink(hash, link);
    const uses = await Promise.all(Array.from({ length: 50 }, () => accounts.useLink(hash, 500)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await accounts.findOptionalLink(hash, 500)).toBeNull();
  });

  it('is worth nothing from the moment it expires', async () => {
    const hash = newKey();
    await accounts.insertLink(hash, link);
    expect(await accounts.findOptionalLink(hash, 999)).toEqual(link);
    expect(await accounts.findOptionalLink(hash, 1000)).toBeNull();
    expect(await accounts.useLink(hash, 1000)).toBe(false);
  });

  it('says what it is for', async () => {
    const { study } = await publishedStudy(database);
    const { id } = await accounts.insertAccount({
      email: newKey(),
      name: '',
      language: 'en',
      passwordHash: 'h',
    });
    const invite = { purpose: 'invite', studyId: study.id, role: 'analyst', expiresAt: 9 } as const;
    const reset = { purpose: 'reset-password', accountId: id, expiresAt: 9 } as const;
    await accounts.insertLink('invite', invite);
    await accounts.insertLink('reset', reset);
    expect(await accounts.findOptionalLink('invite', 1)).toEqual(invite);
    expect(await accounts.findOptionalLink('reset', 1)).toEqual(reset);
  });

  it('for an invitation names a study and a role; one that resets a password names an account', async () => {
    await expect(accounts.insertLink(newKey(), { purpose: 'invite', expiresAt: 9 })).rejects.toThrow('CHECK');
    await expect(accounts.insertLink(newKey(), { purpose: 'reset-password', expiresAt: 9 })).rejects.toThrow(
      'CHECK',
    );
  });

  it('is replaced by deleting the unused ones of its purpose', async () => {
    const hash = newKey();
    await accounts.insertLink(hash, link);
    await accounts.deleteLinks('invite');
    expect(await accounts.findOptionalLink(hash, 1)).toEqual(link);
    await accounts.deleteLinks('first-account');
    expect(await accounts.findOptionalLink(hash, 1)).toBeNull();
  });
});
