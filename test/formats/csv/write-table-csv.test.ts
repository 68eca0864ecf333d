import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersHeader,
  answersRow,
  scoredHeader,
  scoredRow,
} from '../../../src/formats/csv/answers-table.ts';
import { type Cell, streamTableCsv, writeTableCsv } from '../../../src/formats/csv/write-table-csv.ts';

const rowsOf = (width: number) =>
  fc.array(
    fc.array(fc.oneof(fc.string(), fc.double(), fc.constant(null)), { minLength: width, maxLength: width }),
  );

test('what is written is read back: texts as they are, numbers with all their digits, null and NaN empty', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((width) => rowsOf(width)),
      (rows: Cell[][]) => {
        const columns = Array.from({ length: rows[0]?.length ?? 1 }, (_, index) => `column ${index}`);
        const text = writeTableCsv(columns, rows);
        const [header, ...read] = parse(text, { record_delimiter: '\n' }) as string[][];
        expect(header).toEqual(columns);
        expect(read).toEqual(
          rows.map((row) =>
            row.map((cell) =>
              cell === null || (typeof cell === 'number' && !Number.isFinite(cell)) ? '' : String(cell),
            ),
          ),
        );
      },
    ),
  );
  expect(writeTableCsv(['a'], [[0.1 + 0.2]])).toBe('a\n0.30000000000000004\n');
});

test('what another reader would lose is quoted: line breaks of every kind, spaces at the edges, a lone empty cell', () => {
  expect(writeTableCsv(['a', 'b'], [['x\ry', ' z ']])).toBe('a,b\n"x\ry"," z "\n');
  expect(writeTableCsv(['a'], [[null], [1]])).toBe('a\n""\n1\n');
});

describe('the variant for Excel', () => {
  const excel = (cell: Cell) => writeTableCsv(['a', 'b'], [[cell, 1]], { excelSafe: true });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '"=1', "'=1", '|cmd', '\r=1'])(
    'the text %j is no formula',
    (cell) => {
      const [, [first]] = parse(excel(cell), { bom: true, record_delimiter: '\r\n' }) as [string[], string[]];
      expect(first).toBe(`'${cell}`);
    },
  );

  test.each(['=cmd', '-x'])('a column called %j is no formula', (name) => {
    expect(writeTableCsv([name], [], { excelSafe: true })).toBe(`\uFEFF'${name}\r\n`);
  });

  test('numbers stay numbers and harmless texts stay as they are', () => {
    expect(excel(-1.5)).toBe('\uFEFFa,b\r\n-1.5,1\r\n');
    expect(excel('a-b=c, موافقم')).toBe('\uFEFFa,b\r\n"a-b=c, موافقم",1\r\n');
  });

  test('the plain variant changes no text', () => {
    expect(writeTableCsv(['a'], [['=1+1']])).toBe('a\n=1+1\n');
  });
});

test('pieces are the same bytes as the whole', async () => {
  const rows: Cell[][] = Array.from({ length: 1234 }, (_, index) => [index, `text "${index}"`, null]);
  for (const excelSafe of [false, true]) {
    let text = '';
    for await (const piece of streamTableCsv(['n', 'text', '-x'], rows, { excelSafe })) text += piece;
    expect(text).toBe(writeTableCsv(['n', 'text', '-x'], rows, { excelSafe }));
  }
});

test('raw answers: kinds of missing are words, or empty for programs', () => {
  const submission = {
    mode: 'simulated',
    language: 'en',
    state: 'finished',
    answers: [3, 'skipped', 'no-answer', null],
  } as const;
  expect(answersHeader(['Q1', 'Q2', 'Q3', 'Q4'])).toEqual([
    'submission',
    'mode',
    'language',
    'state',
    'Q1',
    'Q2',
    'Q3',
    'Q4',
  ]);
  expect(answersRow(7, submission, 'words')).toEqual([
    7,
    'simulated',
    'en',
    'finished',
    3,
    'skipped',
    'no-answer',
    'not-reached',
  ]);
  expect(answersRow(7, submission, 'empty')).toEqual([7, 'simulated', 'en', 'finished', 3, null, null, null]);
});

test('scored answers: a column score.<construct> for each construct, what is missing is empty', () => {
  const submission = { mode: 'web', language: 'fa', state: 'finished' } as const;
  const header = scoredHeader(['Q1', 'Q2'], ['A']);
  const row = scoredRow(1, submission, new Float64Array([2, Number.NaN]), [2.5]);
  expect(writeTableCsv(header, [row])).toBe(
    'submission,mode,language,state,Q1,Q2,score.A\n1,web,fa,finished,2,,2.5\n',
  );
});
