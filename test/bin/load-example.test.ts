import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { loadExample } from '../../src/bin/load-example.ts';
import { openDeps } from '../../src/bin/open-deps.ts';
import { quiet } from '../support/start-test-server.ts';
import { exampleFile, temporaryFolder } from './run-axial.ts';

const folder = temporaryFolder();
const KEY = 'social-security';
let count = 0;
let opened: Awaited<ReturnType<typeof openDeps>>;
beforeEach(async () => {
  await opened?.stores.close();
  opened = await openDeps(folder.file(`${++count}.sqlite`), quiet);
});
afterAll(() => opened.stores.close());

/** The process ends at the step: nothing after it happens. */
function cutOffAt(step: 'publishVersion' | 'insertFinished'): Deps {
  const cutOff = () => Promise.reject(new Error('cut off'));
  const { studies, submissionWriter } = opened.deps;
  return step === 'publishVersion'
    ? { ...opened.deps, studies: { ...studies, publishVersion: cutOff } }
    : {
        ...opened.deps,
        submissionWriter: Object.assign(Object.create(submissionWriter), { insertFinished: cutOff }),
      };
}

async function state(): Promise<unknown> {
  const { studies, submissions } = opened.deps;
  const record = await studies.findOptionalStudyByKey(KEY);
  const versions = record ? await studies.listVersions(record.id) : [];
  return Promise.all(
    versions.map(async ({ id }) => (await submissions.countSubmissions(id)).byMode.simulated),
  );
}

it.each(['publishVersion', 'insertFinished'] as const)(
  'cut off at %s, the next start finishes',
  async (step) => {
    await expect(loadExample(cutOffAt(step))).rejects.toThrow('cut off');
    expect(await state()).toEqual(step === 'publishVersion' ? [] : [0]);
    await loadExample(opened.deps);
    expect(await state()).toEqual([240]);
  },
);

it('loaded already, nothing is added', async () => {
  await loadExample(opened.deps);
  await loadExample(opened.deps);
  expect(await state()).toEqual([240]);
});

it('a study of the same key that is somebody’s own is left alone', async () => {
  const own = readFileSync(exampleFile, 'utf8').replace('"en": "', '"en": "My ');
  const { id } = await opened.deps.studies.insertStudy(null, KEY, own, 1);
  await loadExample(opened.deps);
  expect(await opened.deps.studies.findOptionalStudyByKey(KEY)).toMatchObject({ id, draft: own });
  expect(await state()).toEqual([]);
});
