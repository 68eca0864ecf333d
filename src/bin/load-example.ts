import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../actions/deps.ts';
import { readStoredStudy } from '../actions/read-stored-study.ts';
import { answerSimulator } from '../analysis/simulate-answers.ts';
import type { VersionRecord } from '../domain/study-record.ts';
import { xoshiro128 } from '../statistics/random/xoshiro128.ts';
import { staticRoot } from '../web/assets.ts';
import { publishStudy } from './publish-study.ts';

export const EXAMPLE_KEY = 'social-security';
const RESPONDENTS = 240;
const SEED = 1401;
const NOTE = 'Example';

/**
 * Loads the founding study, publishes it, and adds simulated respondents (marked as such) so that the statistics pages have
 * something to show. Nobody owns it until the first account is made.
 * These are three transactions, so each start does what an earlier one did not come to; a study of the same key that did not
 * come from here is left alone.
 */
export async function loadExample(deps: Deps): Promise<void> {
  const version = await publishedExample(deps);
  if (!version) return;
  const { byMode } = await deps.submissions.countSubmissions(version.id);
  if (byMode.simulated > 0) return;
  const study = readStoredStudy(version.document);
  const respond = answerSimulator(study, { path: 0.5 }, xoshiro128(SEED));
  await deps.submissionWriter.insertFinished({
    versionId: version.id,
    mode: 'simulated',
    language: study.languages[0]!,
    day: new Date(deps.now()).toISOString().slice(0, 10),
    rows: Array.from({ length: RESPONDENTS }, () => ({ key: deps.newSecret(), answers: respond() })),
  });
}

async function publishedExample(deps: Deps): Promise<VersionRecord | null> {
  const text = readFileSync(join(staticRoot, 'examples/social-security.study.json'), 'utf8');
  const record =
    (await deps.studies.findOptionalStudyByKey(EXAMPLE_KEY)) ??
    (await deps.studies.insertStudy(null, EXAMPLE_KEY, text, deps.now()));
  const first = await deps.studies.findOptionalVersion(record.id, 1);
  if (first) return first.note === NOTE ? first : null;
  if (record.draft !== text) return null;
  return (await publishStudy(deps, record, readStoredStudy(text), NOTE)).version;
}
