import { expect, it } from 'vitest';
import { addPastedItems } from '../../../src/domain/edit/add-pasted-items.ts';
import { readPastedItems } from '../../../src/domain/edit/read-pasted-items.ts';
import { exampleStudy, keysOfItems } from './example-study.ts';
import { faultsOf } from './faults-of.ts';

const outcomes = (text: string, language = 'fa', construct: string | null = 'A') =>
  readPastedItems(exampleStudy(), text, language, construct).map((line) => [
    line.line,
    line.outcome,
    line.construct,
    line.reverse,
    line.text,
  ]);

it('reads one item a line, a dash as reverse-worded, a colon as the name of a construct, whatever the line ends', () => {
  expect(outcomes('نخست\r\n\r\n- وارونه\rسازهٔ B:\n–دوم\nB：\nسوم')).toEqual([
    [1, 'add', 'A', false, 'نخست'],
    [3, 'add', 'A', true, 'وارونه'],
    [4, 'construct', 'B', false, 'سازهٔ B:'],
    [5, 'add', 'B', true, 'دوم'],
    [6, 'construct', 'B', false, 'B：'],
    [7, 'add', 'B', false, 'سوم'],
  ]);
});

it('passes over what is there already, and finds it in Arabic letters, with another full stop and half-space too', () => {
  expect(outcomes('جملهٔ  شمارهٔ 1.\nکتاب می‌خوانم\nكتاب مي خوانم', 'fa').map((line) => line[1])).toEqual([
    'known',
    'add',
    'repeated',
  ]);
});

it('does not let lines under an unknown name slip into the construct above it', () => {
  expect(outcomes('Nothing like it:\nlost').map((line) => line[1])).toEqual([
    'construct-unknown',
    'construct-missing',
  ]);
});

it('refuses a dash without words, lines without a construct, and more than 500 lines', () => {
  expect(outcomes('-')[0]![1]).toBe('text-missing');
  expect(outcomes('x', 'fa', null)[0]![1]).toBe('construct-missing');
  const many = Array.from({ length: 600 }, (_, index) => `line ${index}`).join('\n');
  const read = outcomes(many);
  expect(read).toHaveLength(501);
  expect(read[500]![1]).toBe('too-many-lines');
});

it('adds all lines in their order under keys of their own, and leaves the items that were there as they are', () => {
  const study = exampleStudy();
  const lines = readPastedItems(study, 'یک\nجملهٔ شمارهٔ 1\n-دو\nB:\nسه', 'fa', 'A');
  const added = addPastedItems(study, lines, 'fa');
  expect(added.keys).toEqual(['A4', 'A5', 'B3']);
  expect(keysOfItems(added.study)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3']);
  expect(added.study.items.filter((item) => study.items.some(({ key }) => key === item.key))).toEqual(
    study.items,
  );
  expect(added.study.items.find((item) => item.key === 'A5')).toMatchObject({
    reverse: true,
    text: { fa: 'دو' },
  });
});

it('adds nothing while one line is faulty', () => {
  const study = exampleStudy();
  const lines = readPastedItems(study, 'یک\nNothing:', 'fa', 'A');
  expect(faultsOf(() => addPastedItems(study, lines, 'fa'))).toEqual([['paste', 'paste-construct-unknown']]);
});
