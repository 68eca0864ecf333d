// A number stands in three places: on the page, in the CSV and in the JSON. They must be one number.

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudyReport } from '../../../src/analysis/study-report.ts';
import type { StoredAnswer } from '../../../src/domain/submission.ts';
import { smallStudy } from '../../analysis/small-study.ts';
import golden from '../../fixtures/r/analysis.json' with { type: 'json' };
import { type StatisticsServer, startStatisticsServer, statisticsOf, tablesOf } from './statistics-server.ts';

const study = smallStudy(
  [
    { key: 'A', role: 'one', items: ['A1', 'A2', '-A3', 'A4'] },
    { key: 'B', role: 'two', items: ['B1', 'B2', 'B3'] },
    { key: 'C', role: 'two', items: ['C1', 'C2'] },
  ],
  [
    { key: 'H1', kind: 'direct', from: 'B', to: 'C', sign: '+' },
    { key: 'H2', kind: 'moderates', from: 'A', path: 'H1', sign: '?' },
  ],
);
const columns: Record<string, readonly (number | null)[]> = golden.answers;
const rows = golden.answers.A1.map((_, i) =>
  study.items.map(({ key }): StoredAnswer => columns[key]![i] ?? 'skipped'),
);
let place: StatisticsServer;

beforeAll(async () => {
  place = await startStatisticsServer([study]);
  await place.addAnswers(study, rows);
});
afterAll(() => place?.server.close());

async function get(path: string): Promise<string> {
  const reply = await place.owner.get(path);
  expect(reply.status, path).toBe(200);
  return reply.html;
}

/** What APA writes as .70 and −.05, as a number; the words of the page stay words. */
function plain(text: string): string {
  const bare = text
    .replace(/−/g, '-')
    .replace(/\*+$/, '')
    .replace(/^\((.*)\)$/, '$1');
  if (/^-?(\d{1,3}(,\d{3})*)?(\.\d+)?%?$/.test(bare) && /\d/.test(bare))
    return String(Number(bare.replace(/[,%]/g, '')));
  return bare === '–' ? '' : bare;
}

/** The cells of the page as the CSV has them: an interval or "12 (40.0%)" is two columns. */
function flattened(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => {
    const pair = /^\[(.*), (.*)\]$/.exec(cell) ?? /^(\d+) \((.*)\)$/.exec(cell);
    return (pair ? pair.slice(1) : [cell]).map(plain);
  });
}

const csvOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

describe.each(['?missing=listwise', '?missing=pairwise', '?missing=person-mean&share=0.75'])(
  'with the options "%s"',
  (query) => {
    it.each([
      ['', 'reliability', ['construct']],
      ['/items', 'items', ['construct', 'reverse']],
      ['/items', 'likert-agreement', ['construct', 'text']],
      ['/correlations', 'correlation-matrix', ['construct']],
      ['/correlations', 'correlations', ['second']],
      ['/model', 'hypotheses', ['kind', 'from', 'to', 'moderates']],
    ])('page %s: the table %s and its CSV hold the same numbers', async (tab, id, onlyCsv) => {
      const cells = tablesOf(await get(statisticsOf('small', `${tab}${query}`))).get(id)!;
      const records = csvOf(await get(statisticsOf('small', `/tables/${id}.csv${query}`)));
      expect(records.length).toBeGreaterThan(0);
      expect(cells.length).toBe(records.length);
      records.forEach((record, i) => {
        const shown = flattened(cells[i]!).filter((text) => text !== '');
        const stored = Object.entries(record).flatMap(([name, value]) =>
          onlyCsv.includes(name) || value === '' ? [] : [plain(value)],
        );
        // The page puts marks, words and sentences around the numbers; the numbers must be the same, in the same order.
        const numbers = (texts: readonly string[]) => texts.filter((text) => /^-?\d+(\.\d+)?$/.test(text));
        expect(numbers(shown)).toEqual(numbers(stored));
      });
    });

    it('the CSV is the JSON, rounded', async () => {
      const report = JSON.parse(await get(statisticsOf('small', `/report.json${query}`))) as StudyReport;
      const reliability = csvOf(await get(statisticsOf('small', `/tables/reliability.csv${query}`)));
      report.constructs.forEach((construct, i) => {
        expect(reliability[i]!.alpha).toBe(
          String(Number((construct.reliability!.alpha as number).toFixed(2))),
        );
        expect(Number(reliability[i]!.mean)).toBeCloseTo(construct.score.mean as number, 2);
      });
      const hypotheses = csvOf(await get(statisticsOf('small', `/tables/hypotheses.csv${query}`)));
      report.hypotheses.forEach((hypothesis, i) => {
        expect(hypotheses[i]).toMatchObject({
          path: hypothesis.path,
          n: String(hypothesis.n),
          verdict: hypothesis.verdict,
        });
      });
    });
  },
);

it('the JSON is what R gives, in full precision', async () => {
  const report = JSON.parse(await get(statisticsOf('small', '/report.json?missing=listwise'))) as StudyReport;
  expect(report.constructs[0]!.reliability!.alpha).toBeCloseTo(golden.listwise.reliability.A.alpha, 12);
  expect(report.provenance).toMatchObject({ missing: 'listwise', versionNumber: 1, level: 0.95 });
});

it('Persian pages show the same numbers in Persian digits', async () => {
  const english = tablesOf(await get(statisticsOf('small'))).get('reliability')!;
  await place.owner.submit('/language', { language: 'fa', here: '/studies' }, '/studies');
  const html = await get(statisticsOf('small'));
  await place.owner.submit('/language', { language: 'en', here: '/studies' }, '/studies');
  expect(html).toContain('<html lang="fa" dir="rtl">');
  const ascii = (text: string) =>
    text
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
      .replaceAll('٫', '.')
      .replaceAll('؛', ',')
      .replace(/(^|[[ −-])0\./g, '$1.');
  const withoutZero = (text: string) => text.replace(/(^|[[ −-])0\./g, '$1.');
  const persian = tablesOf(html).get('reliability')!;
  expect(persian.map((row) => row.slice(1).map(ascii))).toEqual(
    english.map((row) => row.slice(1).map(withoutZero)),
  );
});

it('the bars of the figure are the shares of its table', async () => {
  const html = await get(statisticsOf('small', '/items'));
  const csv = csvOf(await get(statisticsOf('small', '/tables/likert-agreement.csv')));
  for (const record of csv) {
    const bars = [
      ...html.matchAll(
        new RegExp(`data-item="${record.item}" data-option="(\\d)" data-share="([\\d.]+)"`, 'g'),
      ),
    ];
    for (const [, option, share] of bars)
      expect(Number(share) * 100).toBeCloseTo(Number(record[`percent_${Number(option) + 1}`]), 0);
  }
});
