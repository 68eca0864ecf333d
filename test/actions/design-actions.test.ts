// What the actions of the design add to the pure edits: permission, revision, bytes kept, the audit.

import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStudy } from '../../src/actions/create-study.ts';
import { deletePart } from '../../src/actions/delete-part.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { editStudy } from '../../src/actions/edit-study.ts';
import { importStudy } from '../../src/actions/import-study.ts';
import { publishVersion } from '../../src/actions/publish-version.ts';
import { readStoredStudy } from '../../src/actions/read-stored-study.ts';
import { setDeploymentState } from '../../src/actions/set-deployment-state.ts';
import { findStudyActor, type StudyActor } from '../../src/actions/study-actor.ts';
import type { Account } from '../../src/domain/account.ts';
import { addItem, editItems } from '../../src/domain/edit/edit-items.ts';
import type { StudyRole } from '../../src/domain/permission.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Study } from '../../src/domain/study.ts';
import { writeStudyFile } from '../../src/formats/study-file/write-study-file.ts';
import { exampleStudy } from '../domain/edit/example-study.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';

let server: TestServer;
let deps: Deps;
let owner: Account;

beforeAll(async () => {
  server = await startTestServer({ example: false });
  deps = server.deps;
  owner = await newAccount('owner');
});
afterAll(() => server?.close());

async function newAccount(name: string): Promise<Account> {
  return deps.accounts.insertAccount({
    email: `${name}@example.org`,
    name,
    language: 'en',
    passwordHash: 'x',
  });
}

/** A study of its own for each test, with everything in place for publishing. */
async function newStudy(
  key: string,
  change: (study: Study) => Study = (study) => study,
): Promise<StudyActor> {
  await importStudy(deps, owner, writeStudyFile(change({ ...exampleStudy(), key })));
  return findStudyActor(deps, owner, key);
}

async function asMember(key: string, role: StudyRole): Promise<StudyActor> {
  const account = await newAccount(`${role}-of-${key}`);
  const actor = await findStudyActor(deps, owner, key);
  await deps.studies.setMember(actor.study.id, account.id, role);
  return findStudyActor(deps, account, key);
}

async function problemOf(action: Promise<unknown>): Promise<Problem> {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`expected a problem, got ${String(error)}`);
  return error;
}

const reword = (text: string) => (study: Study) =>
  editItems(study, new Map([['A1', { text: { en: text }, construct: 'A', reverse: false }]]));
const edit = (actor: StudyActor, change: (study: Study) => Study, revision = actor.study.draftRevision) =>
  editStudy(deps, actor, { revision, edit: change, verb: 'edit-items', detail: 'save' });

it('keeps an imported file byte for byte, also through an edit that changes nothing', async () => {
  const text = `${JSON.stringify({ ...exampleStudy(), key: 'bytes' })}\n\n`;
  await importStudy(deps, owner, text);
  const actor = await findStudyActor(deps, owner, 'bytes');
  expect(actor.study.draft).toBe(text);
  await edit(actor, (study) => ({ ...study }));
  const after = await findStudyActor(deps, owner, 'bytes');
  expect([after.study.draft, after.study.draftRevision]).toEqual([text, actor.study.draftRevision]);
});

it('refuses a faulty file with the places of its faults, and stores nothing', async () => {
  const broken = { ...exampleStudy(), key: 'broken' };
  const items = broken.items.map((item, index) => (index === 3 ? { ...item, construct: 'CX' } : item));
  const problem = await problemOf(importStudy(deps, owner, JSON.stringify({ ...broken, items })));
  expect(problem.faults.map((fault) => fault.place)).toContain('items[3].construct');
  expect(await deps.studies.findOptionalStudyByKey('broken')).toBeNull();
});

it('says that a key is taken, also to somebody who may not see that study', async () => {
  await newStudy('taken');
  const stranger = await newAccount('stranger');
  const input = { template: 'free', key: 'taken', languages: ['en'], title: { en: 'Mine' } };
  expect((await problemOf(createStudy(deps, stranger, input))).code).toBe('study-key-taken');
  expect((await problemOf(findStudyActor(deps, stranger, 'taken'))).code).toBe('study-unknown');
});

it('names everything that a new study lacks', async () => {
  const problem = await problemOf(
    createStudy(deps, owner, { template: '?', key: '', languages: [], title: {} }),
  );
  expect(problem.faults.map((fault) => fault.place)).toEqual(['template', 'languages', 'title', 'key']);
  const reserved = { template: 'free', key: 'new', languages: ['en'], title: { en: 'x' } };
  expect((await problemOf(createStudy(deps, owner, reserved))).faults[0]?.code).toBe('key-reserved');
});

it('stores an edit once and refuses the second one made from the same revision, before judging it', async () => {
  const actor = await newStudy('race');
  await edit(actor, reword('first'));
  const again = await findStudyActor(deps, owner, 'race');
  expect(
    (
      await problemOf(
        edit(
          again,
          () => {
            throw new Error('not asked');
          },
          actor.study.draftRevision,
        ),
      )
    ).code,
  ).toBe('draft-changed');
  // Two that began at the same moment: the store decides.
  const both = await Promise.allSettled([edit(again, reword('second')), edit(again, reword('third'))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('refuses an edit that would break the study as a whole', async () => {
  const actor = await newStudy('whole');
  const twice = (study: Study): Study => ({
    ...study,
    paths: [...study.paths, { ...study.paths[0]!, key: 'H9' }],
  });
  expect((await problemOf(edit(actor, twice))).faults.map((fault) => fault.code)).toEqual(['path-repeated']);
});

it.each<[StudyRole, boolean]>([
  ['owner', true],
  ['designer', true],
  ['analyst', false],
])('lets an %s edit, delete and publish: %s', async (role, may) => {
  const key = `for-${role}`;
  await newStudy(key);
  const actor = role === 'owner' ? await findStudyActor(deps, owner, key) : await asMember(key, role);
  const tries = [
    () => edit(actor, reword('changed')),
    async () => {
      const fresh = await findStudyActor(deps, actor.account, key);
      await deletePart(deps, fresh, {
        revision: fresh.study.draftRevision,
        part: { kind: 'path', key: 'H2' },
      });
    },
    async () => {
      const fresh = await findStudyActor(deps, actor.account, key);
      await publishVersion(deps, fresh, { revision: fresh.study.draftRevision, note: '' });
    },
  ];
  for (const attempt of tries) {
    if (may) await attempt();
    else expect((await problemOf(attempt())).code).toBe('not-allowed');
  }
});

it('refuses to delete what others use, and deletes with its dependents what nothing else uses', async () => {
  const actor = await newStudy('delete');
  const { draftRevision: revision } = actor.study;
  const used = await problemOf(
    deletePart(deps, actor, { revision, part: { kind: 'scale', key: 'agreement' } }),
  );
  expect(used.faults[0]).toMatchObject({ code: 'part-in-use', details: { keys: 'A, B' } });
  await deletePart(deps, actor, { revision, part: { kind: 'construct', key: 'B' } });
  const { study } = await findStudyActor(deps, owner, 'delete');
  expect(readStoredStudy(study.draft).items.map((item) => item.key)).toEqual(['A1', 'A2', 'A3']);
});

it('publishes the stored bytes, opens the questionnaire, and refuses to publish the same twice', async () => {
  const actor = await newStudy('publish');
  const first = await publishVersion(deps, actor, { revision: actor.study.draftRevision, note: 'first' });
  expect(first).toMatchObject({
    number: 1,
    document: actor.study.draft,
    contentHash: deps.sha256(actor.study.draft),
  });
  expect(first.answerKeys).toEqual(['A1', 'A2', 'A3', 'B1', 'B2', 'G1']);
  expect(await deps.studies.findOptionalDeployment(actor.study.id)).toMatchObject({
    state: 'open',
    versionId: first.id,
  });
  expect(
    (await problemOf(publishVersion(deps, actor, { revision: actor.study.draftRevision, note: '' }))).code,
  ).toBe('nothing-to-publish');
});

it('leaves a published version as it was when the draft is edited, and keeps the code of the next one', async () => {
  const actor = await newStudy('frozen');
  const first = await publishVersion(deps, actor, { revision: actor.study.draftRevision, note: '' });
  const code = (await deps.studies.findOptionalDeployment(actor.study.id))?.code;
  await edit(actor, reword('another wording'));
  expect((await deps.studies.findOptionalVersion(actor.study.id, 1))?.document).toBe(first.document);
  const fresh = await findStudyActor(deps, owner, 'frozen');
  const second = await publishVersion(deps, fresh, { revision: fresh.study.draftRevision, note: '' });
  expect(second.number).toBe(2);
  expect(await deps.studies.findOptionalDeployment(actor.study.id)).toMatchObject({
    code,
    versionId: second.id,
  });
});

it('refuses to publish a draft with a hole, naming it, and one that somebody changed meanwhile', async () => {
  const actor = await newStudy('hole', (study) => ({
    ...study,
    consent: { text: { fa: '', en: 'Please' } },
  }));
  const problem = await problemOf(
    publishVersion(deps, actor, { revision: actor.study.draftRevision, note: '' }),
  );
  expect(problem.faults.map((fault) => fault.place)).toEqual(['consent.text.fa']);
  const stale = publishVersion(deps, actor, { revision: actor.study.draftRevision + 1, note: '' });
  expect((await problemOf(stale)).code).toBe('draft-changed');
});

it('closes and opens the questionnaire for those who may publish only', async () => {
  const actor = await newStudy('state');
  expect((await problemOf(setDeploymentState(deps, actor, 'closed'))).code).toBe('questionnaire-unknown');
  await publishVersion(deps, actor, { revision: actor.study.draftRevision, note: '' });
  await setDeploymentState(deps, actor, 'closed');
  expect((await deps.studies.findOptionalDeployment(actor.study.id))?.state).toBe('closed');
  const analyst = await asMember('state', 'analyst');
  expect((await problemOf(setDeploymentState(deps, analyst, 'open'))).code).toBe('not-allowed');
});

it('writes down who did what: creating, editing, deleting, publishing, closing', async () => {
  const actor = await newStudy('audited');
  const { draftRevision: revision } = actor.study;
  await edit(
    actor,
    (study) =>
      addItem(study, { key: 'A9', construct: 'A', reverse: false, text: { fa: 'نو', en: 'new' } }).study,
  );
  await deletePart(deps, await findStudyActor(deps, owner, 'audited'), {
    revision: revision + 1,
    part: { kind: 'item', key: 'A9' },
  });
  const fresh = await findStudyActor(deps, owner, 'audited');
  await publishVersion(deps, fresh, { revision: fresh.study.draftRevision, note: '' });
  await setDeploymentState(deps, fresh, 'closed');
  expect(auditOf(actor.study.id)).toEqual([
    ['import-study', owner.id],
    ['edit-items', owner.id],
    ['delete-item', owner.id],
    ['publish-version', owner.id],
    ['close-questionnaire', owner.id],
  ]);
});

/** Verb and account of a study's audit entries, read from the file as anybody could. */
function auditOf(studyId: number): unknown[] {
  const file = new Database(server.databaseFile, { readonly: true });
  const rows = file
    .prepare('SELECT verb, account_id FROM audit WHERE study_id = ? ORDER BY id')
    .raw()
    .all(studyId);
  file.close();
  return rows;
}
