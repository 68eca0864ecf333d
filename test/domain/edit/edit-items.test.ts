import { expect, it } from 'vitest';
import { checkStudy } from '../../../src/domain/check-study.ts';
import { addItem, editItems, moveItem } from '../../../src/domain/edit/edit-items.ts';
import { moveOnPage } from '../../../src/domain/edit/edit-pages.ts';
import { exampleStudy, keysOfItems, shownKeys } from './example-study.ts';
import { faultsOf } from './faults-of.ts';

it('numbers a new item after its construct and puts it behind its neighbours, in the codebook and on the page', () => {
  const { study, key } = addItem(exampleStudy(), {
    key: '',
    construct: 'A',
    reverse: true,
    text: { en: 'One more' },
  });
  expect(key).toBe('A4');
  expect(keysOfItems(study)).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'B2']);
  expect(shownKeys(study)).toEqual([['A1', 'A2', 'A3', 'A4', 'B1', 'B2'], ['G1']]);
  expect(checkStudy(study)).toEqual([]);
});

it('separates the number from a construct whose key ends in a digit', () => {
  const study = exampleStudy();
  const renamed = { ...study, constructs: [...study.constructs, { ...study.constructs[0]!, key: 'C1' }] };
  expect(addItem(renamed, { key: '', construct: 'C1', reverse: false, text: { en: 'x' } }).key).toBe('C1_1');
});

it.each([
  ['9lives', 'key-malformed'],
  ['A1', 'key-taken'],
  ['H1', 'key-taken'],
  ['state', 'key-reserved'],
  ['score.A', 'key-reserved'],
  ['toString', 'key-reserved'],
])('refuses %s as the key of a new item: %s', (key, code) => {
  expect(
    faultsOf(() => addItem(exampleStudy(), { key, construct: 'A', reverse: false, text: { en: 'x' } })),
  ).toEqual([['new-key', code]]);
});

it('keeps the key and everything it does not edit when texts change', () => {
  const study = exampleStudy();
  const noted = {
    ...study,
    items: study.items.map((item) => ({ ...item, note: 'kept', origin: 'literature' as const })),
  };
  const edited = editItems(
    noted,
    new Map([['A2', { text: { fa: 'تازه', en: '' }, construct: 'B', reverse: true }]]),
  );
  expect(edited.items[1]).toEqual({
    key: 'A2',
    construct: 'B',
    text: { fa: 'تازه' },
    reverse: true,
    note: 'kept',
    origin: 'literature',
  });
  expect(edited.items[0]).toEqual(noted.items[0]);
});

it('names every field at once when texts are emptied and constructs are unknown', () => {
  const empty = { text: { fa: ' ', en: '' }, construct: 'A', reverse: false };
  const lost = { text: { fa: 'x', en: '' }, construct: 'CX', reverse: false };
  const faults = faultsOf(() =>
    editItems(
      exampleStudy(),
      new Map([
        ['A1', empty],
        ['B1', lost],
      ]),
    ),
  );
  expect(faults).toEqual([
    ['text:fa:A1', 'text-missing'],
    ['construct:B1', 'choice-unknown'],
  ]);
});

it('moves an item among the items of its construct only, and the pages follow the codebook', () => {
  const moved = moveItem(exampleStudy(), 'A3', 0);
  expect(keysOfItems(moved)).toEqual(['A3', 'A1', 'A2', 'B1', 'B2']);
  expect(shownKeys(moved)[0]).toEqual(['A3', 'A1', 'A2', 'B1', 'B2']);
});

it('leaves pages alone that were arranged in another order than the codebook', () => {
  const arranged = moveOnPage(exampleStudy(), 'B1', 0);
  const moved = moveItem(arranged, 'A3', 0);
  expect(keysOfItems(moved)).toEqual(['A3', 'A1', 'A2', 'B1', 'B2']);
  expect(shownKeys(moved)).toEqual(shownKeys(arranged));
});
