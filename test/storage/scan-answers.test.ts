import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLUMN_NO_ANSWER,
  COLUMN_NOT_REACHED,
  COLUMN_SKIPPED,
  type StoredAnswer,
} from '../../src/domain/submission.ts';
import { scanAnswers } from '../../src/storage/scan-answers.ts';
import { answersText } from '../../src/storage/stored-answers.ts';

const scan = (text: string, keys: number, from = 0, rows = 5) => {
  const columns = Array.from({ length: keys }, () => new Int8Array(rows).fill(COLUMN_NOT_REACHED));
  const count = scanAnswers(Buffer.from(text), columns, from);
  return { count, columns };
};

const code = (answer: StoredAnswer): number => {
  if (answer === null) return COLUMN_NOT_REACHED;
  if (answer === 'skipped') return COLUMN_SKIPPED;
  return answer === 'no-answer' ? COLUMN_NO_ANSWER : answer;
};

describe('scanAnswers', () => {
  it('reads what JSON.parse reads, for any submissions', () => {
    const answer = fc.oneof(
      fc.integer({ min: -100, max: 100 }),
      fc.constantFrom<StoredAnswer>('skipped', 'no-answer', null),
    );
    const submissions = fc.array(fc.array(answer, { minLength: 4, maxLength: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(submissions, (rows) => {
        const { count, columns } = scan(rows.map(answersText).join(','), 4, 0, 20);
        expect(count).toBe(rows.length);
        rows.forEach((row, index) => {
          expect(columns.map((column) => column[index])).toEqual(row.map(code));
        });
      }),
    );
  });

  it('begins at the given row and leaves the others', () => {
    const { columns } = scan('[1],[2]', 1, 3);
    expect([...columns[0]!]).toEqual([-128, -128, -128, 1, 2]);
  });

  it('reads arrays that somebody wrote with spaces', () => {
    const { columns } = scan('[ 1 , "skipped" ]', 2);
    expect(columns.map((column) => column[0])).toEqual([1, COLUMN_SKIPPED]);
  });

  it.each([
    '[1',
    '[1}',
    '[1][2]',
    '[101]',
    '[-101]',
    '[-]',
    '[1.5]',
    '["other"]',
    '[true]',
    '[1,,2]',
    '[[1]]',
    '{}',
    '[1,2,3]',
  ])('refuses %s instead of reading a number that is not there', (text) => {
    expect(() => scan(text, 2)).toThrow(RangeError);
  });
});
