import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../src/domain/check-answers.ts';
import type { AskedQuestion } from '../../src/domain/questionnaire.ts';
import type { AnswerScale, Item } from '../../src/domain/study.ts';

const item = (key: string): Item => ({ key, construct: 'C', text: { en: key }, reverse: false });
const scale = (values: readonly number[], noAnswer: boolean): AnswerScale => ({
  key: 's',
  options: values.map((value) => ({ value, label: { en: String(value) } })),
  ...(noAnswer ? { noAnswer: { en: 'No answer' } } : {}),
});
const asked = (
  number: number,
  position: number,
  values: readonly number[],
  noAnswer = true,
): AskedQuestion => ({
  number,
  name: `q${number}`,
  question: { kind: 'item', item: item(`i${position}`), scale: scale(values, noAnswer), position },
});
const page = [asked(1, 4, [1, 2, 3]), asked(2, 0, [-2, -1, 0, 1, 2]), asked(3, 9, [1, 2], false)];
const given = (fields: Record<string, string | string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
const codes = (fields: Record<string, string | string[]>) =>
  checkAnswers(page, given(fields)).faults.map((fault) => `${fault.place} ${fault.code}`);

describe('checkAnswers', () => {
  it('stores an option as its integer code at the position of its item', () => {
    const { answers, missed, faults } = checkAnswers(page, given({ q1: '3', q2: '-2', q3: '1' }));
    expect(answers).toEqual([
      [4, 3],
      [0, -2],
      [9, 1],
    ]);
    expect(missed).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('keeps a blank and the option outside the scale apart', () => {
    const { answers, missed } = checkAnswers(page, given({ q1: 'na', q2: '' }));
    expect(answers).toEqual([
      [4, 'no-answer'],
      [0, 'skipped'],
      [9, 'skipped'],
    ]);
    expect(missed.map((question) => question.name)).toEqual(['q2', 'q3']);
  });

  it('refuses "no answer" where it is not offered', () => {
    expect(codes({ q3: 'na' })).toEqual(['q3 not-an-option']);
  });

  it.each(['4', '0', '01', '1.0', '1e0', ' 1', '+1', '۱', 'NaN', 'skipped', 'null', '9007199254740993'])(
    'refuses %j, which no radio of the page sends',
    (value) => expect(codes({ q1: value })).toEqual(['q1 not-an-option']),
  );

  it('refuses two answers to one question, even when they are equal', () => {
    expect(codes({ q1: ['1', '2'] })).toEqual(['q1 answered-twice']);
    expect(codes({ q1: ['2', '2'] })).toEqual(['q1 answered-twice']);
  });

  it.each(['q4', 'i4', '__proto__', 'constructor', 'toString', 'Q1', 'q1[]', ''])(
    'refuses the field %j, which is not on the page',
    (name) => expect(codes({ [name]: '1' })).toEqual([`${name} not-on-page`]),
  );

  it('gives one answer for every question and never one from outside the scale, whatever is sent', () => {
    const name = fc.oneof(fc.constantFrom('q1', 'q2', 'q3'), fc.string());
    const value = fc.oneof(fc.constantFrom('1', '2', '3', '-1', 'na', ''), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.array(value, { maxLength: 3 }))), (fields) => {
        const { answers, faults } = checkAnswers(page, new Map(fields));
        expect(answers.map(([position]) => position)).toEqual([4, 0, 9]);
        for (const [index, [, answer]] of answers.entries()) {
          const { question } = page[index]!;
          if (answer === null) expect(faults.length).toBeGreaterThan(0);
          else if (typeof answer === 'number' && question.kind === 'item')
            expect(question.scale.options.map((option) => option.value)).toContain(answer);
        }
      }),
    );
  });
});
