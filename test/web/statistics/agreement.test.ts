// One file of answers, two ways in: `axial analyse` and the import of the statistics pages give the same numbers.

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MISSING_RULES } from '../../../src/analysis/analysis-options.ts';
import type { StudyReport } from '../../../src/analysis/study-report.ts';
import { readStudyFile } from '../../../src/formats/study-file/read-study-file.ts';
import { numbersIn } from '../../analysis/small-study.ts';
import { exampleFile, runAxial, temporaryFolder } from '../../bin/run-axial.ts';
import { type StatisticsServer, startStatisticsServer, statisticsOf } from './statistics-server.ts';

const folder = temporaryFolder();
let place: StatisticsServer;
let answers: string;

beforeAll(async () => {
  const read = readStudyFile(readFileSync(exampleFile, 'utf8'));
  if ('faults' in read) throw new Error('the example is not a study');
  const { study } = read;
  place = await startStatisticsServer([study]);
  answers = folder.file('answers.csv');
  const model = folder.file('model.json');
  writeFileSync(model, JSON.stringify({ path: 0.4, skipped: 0.03, noAnswer: 0.01 }));
  const made = ['simulate', exampleFile, '--n', '150', '--seed', '7', '--model', model, '--out', answers];
  expect(await runAxial(made)).toMatchObject({ code: 0 });
  const reply = await place.owner.upload(
    statisticsOf(study.key, '/import'),
    { language: study.languages[0]! },
    [{ fileName: 'answers.csv', content: readFileSync(answers, 'utf8') }],
  );
  expect(reply.status).toBe(303);
}, 120_000);
afterAll(() => place?.server.close());

it.each(MISSING_RULES)('under %s', async (missing) => {
  const line = await runAxial(['analyse', exampleFile, answers, '--json', '--missing', missing]);
  expect(line.code, line.stderr).toBe(0);
  const ofLine = JSON.parse(line.stdout) as StudyReport;
  const web = await place.owner.get(statisticsOf('social-security', `/report.json?missing=${missing}`));
  const ofWeb = JSON.parse(web.html) as StudyReport;
  expect(numbersIn(ofLine).length).toBeGreaterThan(500);
  expect(ofLine.respondents.started).toBe(150);
  // Where the numbers come from differs: a file without a version, a database with one.
  const { provenance: _line, ...numbersOfLine } = ofLine;
  const { provenance: _web, ...numbersOfWeb } = ofWeb;
  expect(numbersOfWeb).toEqual(numbersOfLine);
});
