import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../actions/deps.ts';
import { answerSimulator } from '../analysis/simulate-answers.ts';
import { problems } from '../domain/problem.ts';
import { readStudyFile } from '../formats/study-file/read-study-file.ts';
import { xoshiro128 } from '../statistics/random/xoshiro128.ts';
import { staticRoot } from '../web/assets.ts';
import { publishStudy } from './publish-study.ts';

const RESPONDENTS = 240;
const SEED = 1401;

/**
 * Loads the founding study into a database that has no study, publishes it, and adds simulated respondents (marked as
 * such) so that the statistics pages have something to show. Nobody owns it until the first account is made.
 */
export async function loadExample(deps: Deps): Promise<void> {
  const text = readFileSync(join(staticRoot, 'examples/social-security.study.json'), 'utf8');
  const read = readStudyFile(text);
  if ('faults' in read) throw problems.invalid(read.faults);
  const { study } = read;
  const record = await deps.studies.insertStudy(null, study.key, text, deps.now());
  const { version } = await publishStudy(deps, record, study, 'Example');
  const respond = answerSimulator(study, { path: 0.5 }, xoshiro128(SEED));
  await deps.submissionWriter.insertFinished({
    versionId: version.id,
    mode: 'simulated',
    language: study.languages[0]!,
    day: new Date(deps.now()).toISOString().slice(0, 10),
    rows: Array.from({ length: RESPONDENTS }, () => ({
      key: randomBytes(16).toString('base64url'),
      answers: respond(),
    })),
  });
}
