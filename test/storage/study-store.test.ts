import { afterAll, describe, expect, it } from 'vitest';
import { accountStore } from '../../src/storage/account-store.ts';
import { studyStore } from '../../src/storage/study-store.ts';
import { submissionBatches } from '../../src/storage/submission-batch.ts';
import { DAY, newKey, publishedStudy, publishNext } from './published-study.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
afterAll(() => database.remove());
const studies = studyStore(database);
const accounts = accountStore(database.kysely);

async function newAccount(name = 'Sara') {
  const email = `${newKey()}@example.org`;
  return accounts.insertAccount({ email, name, language: 'en', passwordHash: 'hash' });
}

describe('a draft', () => {
  it.each([
    ['Windows line ends and no last line end', '{\r\n  "key": "a"\r\n}'],
    ['a byte order mark', '\uFEFF{}'],
    [
      'Persian with both kinds of ye and kaf and a zero-width non-joiner',
      '{"t":"علي می\u200cروی كتاب کتاب"}',
    ],
    ['letters composed and decomposed', '{"t":"é e\u0301"}'],
    ['signs outside the basic plane', '{"t":"😀𐎠"}'],
    ['a NUL', '{"t":"a\u0000b"}'],
    ['numbers as written', '{"n":1.0e2,"m":0.10}'],
  ])('is stored byte for byte: %s', async (_, draft) => {
    const key = newKey();
    await studies.insertStudy(null, key, draft, 1);
    const found = await studies.findOptionalStudyByKey(key);
    expect(Buffer.from(found!.draft)).toEqual(Buffer.from(draft));
  });

  it('is saved over the revision it was made from, and only over that', async () => {
    const study = await studies.insertStudy(null, newKey(), 'a', 1);
    expect(await studies.saveDraft(study.id, 1, 'b', 2)).toBe(2);
    await expect(studies.saveDraft(study.id, 1, 'c', 3)).rejects.toMatchObject({ code: 'draft-changed' });
    const found = await studies.findOptionalStudyByKey(study.key);
    expect(found).toMatchObject({ draft: 'b', draftRevision: 2, draftChangedAt: 2 });
  });

  it('is saved by exactly one of twenty who race', async () => {
    const study = await studies.insertStudy(null, newKey(), 'a', 1);
    const saves = Array.from({ length: 20 }, (_, i) => studies.saveDraft(study.id, 1, `b${i}`, 2));
    const done = (await Promise.allSettled(saves)).filter((save) => save.status === 'fulfilled');
    expect(done).toHaveLength(1);
  });
});

describe('a study', () => {
  it('has a key of its own: a second with the same key is refused and leaves nothing behind', async () => {
    const account = await newAccount();
    const key = newKey();
    await studies.insertStudy(null, key, 'first', 1);
    const second = studies.insertStudy(account.id, key, 'second', 2);
    await expect(second).rejects.toMatchObject({ code: 'study-key-taken', details: { key } });
    expect(await studies.listStudies(account.id)).toEqual([]);
    expect((await studies.findOptionalStudyByKey(key))?.draft).toBe('first');
  });

  it('is not half made when its owner does not exist', async () => {
    const key = newKey();
    await expect(studies.insertStudy(987_654, key, '{}', 1)).rejects.toThrow('FOREIGN KEY');
    expect(await studies.findOptionalStudyByKey(key)).toBeNull();
  });

  it('is listed for its members only, ordered by key, with the latest version and the finished submissions', async () => {
    const [member, stranger] = [await newAccount(), await newAccount()];
    const b = await publishedStudy(database, 2, `b-${newKey()}`);
    await publishNext(database, b.study, 1, 2);
    const a = await studies.insertStudy(member.id, `a-${newKey()}`, '{"a":1}', 1);
    await studies.setMember(b.study.id, member.id, 'analyst');
    submissionBatches(database.connection).insertFinished({
      versionId: b.version.id,
      mode: 'imported',
      language: 'en',
      day: DAY,
      rows: [
        { key: newKey(), answers: [1, 2] },
        { key: newKey(), answers: [3, null] },
      ],
    });
    expect(await studies.listStudies(member.id)).toEqual([
      { id: a.id, key: a.key, draft: '{"a":1}', role: 'owner', latestVersion: null, submissions: 0 },
      { id: b.study.id, key: b.study.key, draft: '{}', role: 'analyst', latestVersion: 2, submissions: 2 },
    ]);
    expect(await studies.listStudies(stranger.id)).toEqual([]);
  });
});

describe('members', () => {
  it('have one role, which is changed by setting it again', async () => {
    const [owner, other] = [await newAccount('Zohreh'), await newAccount('Ali')];
    const study = await studies.insertStudy(owner.id, newKey(), '{}', 1);
    await studies.setMember(study.id, other.id, 'analyst');
    await studies.setMember(study.id, other.id, 'designer');
    expect((await studies.listMembers(study.id)).map(({ name, role }) => [name, role])).toEqual([
      ['Ali', 'designer'],
      ['Zohreh', 'owner'],
    ]);
    await studies.removeMember(study.id, other.id);
    expect(await studies.findRole(study.id, other.id)).toBeNull();
    expect(await studies.findRole(study.id, owner.id)).toBe('owner');
  });

  it('adopt the studies that nobody owns, and no others', async () => {
    const [first, second] = [await newAccount(), await newAccount()];
    const owned = await studies.insertStudy(first.id, newKey(), '{}', 1);
    const orphan = await studies.insertStudy(null, newKey(), '{}', 1);
    await studies.adoptOrphanStudies(second.id);
    expect(await studies.findRole(orphan.id, second.id)).toBe('owner');
    expect(await studies.findRole(owned.id, second.id)).toBeNull();
  });
});

describe('publishing', () => {
  it('numbers versions from one within each study and lists the newest first', async () => {
    const one = await publishedStudy(database);
    const two = await publishedStudy(database);
    await publishNext(database, one.study);
    const numbers = async (id: number) => (await studies.listVersions(id)).map((version) => version.number);
    expect(await numbers(one.study.id)).toEqual([2, 1]);
    expect(await numbers(two.study.id)).toEqual([1]);
    expect(await studies.findOptionalVersion(two.study.id, 2)).toBeNull();
    expect(await studies.findOptionalVersion(one.study.id, 1)).toEqual(one.version);
    expect(await studies.findOptionalVersionById(one.version.id)).toEqual(one.version);
  });

  it('points the same link at the newer version and leaves it closed when it was closed', async () => {
    const { study, deployment } = await publishedStudy(database);
    await studies.setDeploymentState(deployment.id, 'closed');
    const second = await publishNext(database, study);
    const expected = { ...deployment, versionId: second.id, state: 'closed' };
    expect(await studies.findOptionalDeployment(study.id)).toEqual(expected);
    expect(await studies.findOptionalDeploymentByCode(deployment.code)).toEqual(expected);
  });

  it('refuses a draft that changed meanwhile, and freezes nothing then', async () => {
    const { study } = await publishedStudy(database);
    await studies.saveDraft(study.id, 1, 'changed', 2);
    await expect(publishNext(database, study, 1)).rejects.toMatchObject({ code: 'draft-changed' });
    expect(await studies.listVersions(study.id)).toHaveLength(1);
  });

  it('gives twenty who publish at once twenty different numbers', async () => {
    const { study } = await publishedStudy(database);
    const versions = await Promise.all(Array.from({ length: 20 }, () => publishNext(database, study)));
    expect(new Set(versions.map((version) => version.number)).size).toBe(20);
  });

  it('is written in the audit, in the same transaction', async () => {
    const { study, version } = await publishedStudy(database);
    const entries = await database.kysely
      .selectFrom('audit')
      .select(['verb', 'detail', 'account_id'])
      .where('study_id', '=', study.id)
      .execute();
    const detail = JSON.stringify({ number: 1, contentHash: version.contentHash });
    expect(entries).toEqual([{ verb: 'publish-version', detail, account_id: null }]);
  });
});

it('does not know a study, version or link that is not there', async () => {
  expect(await studies.findOptionalStudyByKey('none')).toBeNull();
  expect(await studies.findOptionalVersionById(987_654)).toBeNull();
  expect(await studies.findOptionalDeployment(987_654)).toBeNull();
  expect(await studies.findOptionalDeploymentByCode('none')).toBeNull();
});
