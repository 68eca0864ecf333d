import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredAnswer } from '../../../src/domain/submission.ts';
import { answerColumnsOf } from '../../../src/formats/csv/answer-columns.ts';
import { answersHeader, answersRow } from '../../../src/formats/csv/answers-table.ts';
import {
  type AnswersTable,
  readAnswersCsv,
  readAnswersCsvInPieces,
} from '../../../src/formats/csv/read-answers-csv.ts';
import { writeTableCsv } from '../../../src/formats/csv/write-table-csv.ts';
import { smallStudy } from '../study-file/small-study.ts';

const columns = ['Q1', 'Q2', 'Q3'].map((key) => ({ key, allowed: [1, 2, 3, 4, 5] }));

function tableOf(source: string | Uint8Array): AnswersTable {
  const read = readAnswersCsv(source, columns);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read;
}
function faultsOf(source: string | Uint8Array): string[] {
  const read = readAnswersCsv(source, columns);
  if (!('faults' in read)) throw new Error('the file was accepted');
  return read.faults.map(({ place, code, details }) => `${place}: ${code} ${JSON.stringify(details)}`);
}

describe('what is read', () => {
  test('columns are found by name, in any order, and the others are listed', () => {
    expect(tableOf('id,Q3,Q1,age\n7,5,1,40\n8,4,2,50\n')).toEqual({
      rows: [
        [1, null, 5],
        [2, null, 4],
      ],
      ignoredColumns: ['id', 'age'],
      missingColumns: ['Q2'],
      blankRows: 0,
    });
  });

  test.each([
    ['comma', 'Q1,Q2,Q3\n1,2,3\n'],
    ['semicolon', 'Q1;Q2;Q3\n1;2;3\n'],
    ['semicolon with commas in a name', 'Q1;Q2;Q3;"a,b,c,d"\n1;2;3;x\n'],
    ['tab', 'Q1\tQ2\tQ3\n1\t2\t3\n'],
    ['quotes', '"Q1","Q2","Q3"\n"1","2","3"\n'],
    ['quoted line breaks', 'Q1,Q2,Q3,"re\nmark"\n1,2,3,"a\n""b"""\n'],
    ['Windows line ends', 'Q1,Q2,Q3\r\n1,2,3\r\n'],
    ['old Macintosh line ends', 'Q1,Q2,Q3\r1,2,3\r'],
    ['no line end at the end', 'Q1,Q2,Q3\n1,2,3'],
    ['a byte order mark', '\uFEFFQ1,Q2,Q3\n1,2,3\n'],
    ['spaces', ' Q1 , Q2,Q3\n 1 ,2 , 3\n'],
    ['Persian digits', 'Q1,Q2,Q3\n۱,۲,۳\n'],
    ['Arabic digits', 'Q1,Q2,Q3\n١,٢,٣\n'],
    ['numbers as fractions', 'Q1,Q2,Q3\n1.0,2.00,+3\n'],
    ['marks of direction', 'Q1,Q2,Q3\n\u200e1\u200f,2,3\n'],
  ])('%s', (_, text) => {
    expect(tableOf(text).rows).toEqual([[1, 2, 3]]);
  });

  test.each(['', 'NA', 'na', 'N/A', '.', ' ', 'NaN', 'NULL', '#N/A', 'skipped'])('%j is missing', (cell) => {
    expect(tableOf(`Q1,Q2,Q3\n1,${cell},3\n`).rows).toEqual([[1, 'skipped', 3]]);
  });

  test('our own words for the kinds of missing are kept apart', () => {
    expect(tableOf('Q1,Q2,Q3\nskipped,no-answer,not-reached\n').rows).toEqual([
      ['skipped', 'no-answer', null],
    ]);
  });

  test('rows without a single character are left out and counted; a person who skipped all is not', () => {
    const table = tableOf('Q1,Q2,Q3\n1,2,3\n\n,,\nNA,NA,NA\n,,\n');
    expect(table.rows).toEqual([
      [1, 2, 3],
      ['skipped', 'skipped', 'skipped'],
    ]);
    expect(table.blankRows).toBe(3);
  });

  test('with one column an empty line is a missing answer', () => {
    expect(tableOf('Q1\n1\n\n2\n').rows).toEqual([
      [1, null, null],
      ['skipped', null, null],
      [2, null, null],
    ]);
  });

  test('negative codes and bytes in UTF-8 or UTF-16 are read', () => {
    const scale = [{ key: 'Q1', allowed: [-1, 0, 1] }];
    const text = 'Q1\n-1\n\u22121\n0\n-0\n';
    const rows = [[-1], [-1], [0], [0]];
    expect(readAnswersCsv(Buffer.from(text), scale)).toMatchObject({ rows });
    expect(readAnswersCsv(Buffer.from(`\uFEFF${text}`, 'utf16le'), scale)).toMatchObject({ rows });
  });

  test('columns of a study are its items and then its questions, with their own codes', () => {
    expect(answerColumnsOf(smallStudy).map(({ key }) => key)).toEqual([
      'A1',
      'A2',
      'A3',
      'N1',
      'N2',
      'N3',
      'group',
    ]);
    expect(answerColumnsOf(smallStudy)[0]?.allowed).toEqual([1, 2, 3, 4, 5, 6]);
    expect(answerColumnsOf(smallStudy)[6]?.allowed).toEqual([1, 2]);
  });
});

describe('what is refused, with row and column as in a spreadsheet', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a code outside the scale',
      'Q1,Q2,Q3\n1,2,3\n1,6,3\n',
      ['row 3 column Q2: csv-not-on-scale {"value":6,"allowed":"1, 2, 3, 4, 5"}'],
    ],
    ['a word', 'Q1,Q2,Q3\n1,agree,3\n', ['row 2 column Q2: csv-not-a-number {"value":"agree"}']],
    ['a fraction', 'Q1,Q2,Q3\n1,2.5,3\n', ['row 2 column Q2: csv-not-a-number {"value":"2.5"}']],
    ['a hexadecimal number', 'Q1,Q2,Q3\n1,0x2,3\n', ['row 2 column Q2: csv-not-a-number {"value":"0x2"}']],
    [
      'a number in words of a computer',
      'Q1,Q2,Q3\n1,1e0,3\n',
      ['row 2 column Q2: csv-not-a-number {"value":"1e0"}'],
    ],
    ['a short row', 'Q1,Q2,Q3\n1,2\n', ['row 2: csv-row-length {"found":2,"expected":3}']],
    ['a long row', 'Q1,Q2,Q3\n1,2,3,4\n', ['row 2: csv-row-length {"found":4,"expected":3}']],
    ['a column twice', 'Q1,Q2,Q1\n1,2,3\n', ['row 1 column Q1: csv-column-repeated {}']],
    [
      'no known column',
      'a,b\n1,2\n',
      ['row 1: csv-no-known-column {"found":"a, b","expected":"Q1, Q2, Q3"}'],
    ],
    [
      'no header',
      '1,2,3\n1,2,3\n',
      ['row 1: csv-no-known-column {"found":"1, 2, 3","expected":"Q1, Q2, Q3"}'],
    ],
    [
      'another separator in the header',
      'Q1|Q2|Q3\n1|2|3\n',
      ['row 1: csv-no-known-column {"found":"Q1|Q2|Q3","expected":"Q1, Q2, Q3"}'],
    ],
    ['a header alone', 'Q1,Q2,Q3\n', [': csv-no-answers {}']],
    ['nothing', ' \n', [': csv-empty {}']],
    ['a NUL', 'Q1,Q2,Q3\n1,\u00002,3\n', [': csv-nul {}']],
    ['an open quotation mark', 'Q1,Q2,Q3\n1,2,3\n"1,2,3\n', ['row 3: csv-not-readable {"row":3}']],
    ['a stray quotation mark', 'Q1,Q2,Q3\n1,2,3\n1,2"x",3\n', ['row 3: csv-not-readable {"row":3}']],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  test('two unknown columns of one name do no harm', () => {
    expect(tableOf('x,x,Q1,,\n1,2,3,,\n').ignoredColumns).toEqual(['x', 'x', '', '']);
  });

  test('bytes that are no UTF-8 are refused, not guessed', () => {
    expect(faultsOf(Buffer.from('Q1,Q2,Q3,caf\u00e9\n1,2,3,4\n', 'latin1'))).toEqual([': not-utf8 {}']);
  });

  test('the first twenty faults are listed and the others counted', () => {
    const faults = faultsOf(`Q1,Q2,Q3\n${'9,9,9\n'.repeat(100)}`);
    expect(faults).toHaveLength(21);
    expect(faults[19]).toContain('row 8 column Q2');
    expect(faults[20]).toBe(': more-faults {"count":280}');
  });

  test('more columns or rows than any study has are refused', () => {
    const wide = `Q1,${Array.from({ length: 5000 }, (_, index) => `x${index}`).join(',')}`;
    expect(faultsOf(`${wide}\n`)).toEqual(['row 1: csv-too-many-columns {"limit":5000}']);
    expect(faultsOf(`Q1\n${'1\n'.repeat(1_000_001)}`)).toEqual([': csv-too-many-rows {"limit":1000000}']);
  });
});

const answer: fc.Arbitrary<StoredAnswer> = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.constantFrom('skipped' as const, 'no-answer' as const, null),
);

test('our own file of raw answers is read back as it was written, in both variants', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(answer, answer, answer), { minLength: 1 }),
      fc.boolean(),
      (people, excelSafe) => {
        const rows = people.map((answers, index) =>
          answersRow(index + 1, { mode: 'web', language: 'fa', state: 'finished', answers }, 'words'),
        );
        const text = writeTableCsv(answersHeader(['Q1', 'Q2', 'Q3']), rows, { excelSafe });
        expect(tableOf(text)).toEqual({
          rows: people,
          ignoredColumns: ['submission', 'mode', 'language', 'state'],
          missingColumns: [],
          blankRows: 0,
        });
      },
    ),
  );
});

test('whatever the text, there is an answer and no exception', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Q1', 'Q2', ',', ';', '\t', '\n', '\r', '"', '1', '9', 'x', '\uFEFF', '=')),
      (parts) => {
        const read = readAnswersCsv(parts.join(''), columns);
        expect('faults' in read ? read.faults.length : read.rows.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 3000 },
  );
});

describe('a file of many pieces', () => {
  const quoted = (i: number) => (i % 3 === 0 ? `"a ""${i}""\nb"` : i % 3 === 1 ? '"\n\n"' : 'plain');
  const big = (lineEnd: string) =>
    ['Q1,Q2,Q3,note', ...Array.from({ length: 20_000 }, (_, i) => `${1 + (i % 5)},2,3,${quoted(i)}`)].join(
      lineEnd,
    );

  test.each(['\n', '\r\n', '\r'])('is cut only between records (line end %j)', (lineEnd) => {
    const { rows } = tableOf(big(lineEnd));
    expect(rows).toHaveLength(20_000);
    expect(rows.every((row, i) => row[0] === 1 + (i % 5) && row[2] === 3)).toBe(true);
  });

  test('has its faults in the rows where they are', () => {
    const lines = big('\r\n').split('\r\n');
    lines[15_000] = '1,2,9,x';
    expect(faultsOf(lines.join('\r\n'))).toEqual([
      'row 15001 column Q3: csv-not-on-scale {"value":9,"allowed":"1, 2, 3, 4, 5"}',
    ]);
    lines[15_000] = '1,2,"3"x,x';
    expect(faultsOf(lines.join('\r\n'))).toEqual(['row 15001: csv-not-readable {"row":15001}']);
  });

  test('is read the same with pauses, in which others have their turn', async () => {
    let turns = 0;
    let reading = true;
    const count = () => {
      turns += 1;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    const read = await readAnswersCsvInPieces(Buffer.from(big('\n')), columns);
    reading = false;
    expect(read).toEqual(tableOf(big('\n')));
    expect(turns).toBeGreaterThan(3);
  });
});

test('100,000 rows of 30 answers take a few seconds at most', () => {
  const keys = Array.from({ length: 30 }, (_, index) => `Q${index}`);
  const line = `${keys.map((_, index) => (index % 5) + 1).join(',')}\n`;
  const wide = keys.map((key) => ({ key, allowed: [1, 2, 3, 4, 5] }));
  const start = performance.now();
  const read = readAnswersCsv(`${keys.join(',')}\n${line.repeat(100_000)}`, wide);
  expect('rows' in read && read.rows.length).toBe(100_000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
