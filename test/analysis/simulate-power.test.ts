import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/analysis/analysis-options.ts';
import { simulatePower } from '../../src/analysis/simulate-power.ts';
import { readStudyFile } from '../../src/formats/study-file/read-study-file.ts';
import { correlationPower } from '../../src/statistics/planning/correlation-power.ts';

const read = readStudyFile(readFileSync('static/examples/social-security.study.json', 'utf8'));
if ('faults' in read) throw new Error('the example has faults');
const { study } = read;
const plan = { n: 60, replications: 200, seed: 11, options: DEFAULT_OPTIONS };

it('the same seed gives the same numbers, another seed others', () => {
  const small = { ...plan, replications: 5 };
  expect(simulatePower(study, {}, small)).toEqual(simulatePower(study, {}, small));
  expect(simulatePower(study, {}, { ...small, seed: 12 })).not.toEqual(simulatePower(study, {}, small));
});

it('finds a path that is not there at the level of the interval, half of it on the expected side', () => {
  const none = simulatePower(study, { path: 0 }, plan);
  for (const { path, power, wrong } of none.paths.filter(({ path }) =>
    ['H1', 'H2', 'H3', 'H5'].includes(path),
  )) {
    // .025 on either side; four standard errors of 200 replications are .044.
    expect([path, power < 0.07, wrong < 0.07]).toEqual([path, true, true]);
  }
});

it('has the power of a correlation of the strength it shows', () => {
  const { paths } = simulatePower(study, { path: 0.5 }, plan);
  const h1 = paths.find(({ path }) => path === 'H1')!;
  const expected = correlationPower(h1.meanEstimate!, plan.n);
  expect(Math.abs(h1.power - expected)).toBeLessThan(0.1);
});

it('grows with the number of respondents', () => {
  const few = simulatePower(study, {}, { ...plan, n: 30, replications: 100 });
  const many = simulatePower(study, {}, { ...plan, n: 150, replications: 100 });
  expect(many.paths[0]!.power).toBeGreaterThan(few.paths[0]!.power);
});
