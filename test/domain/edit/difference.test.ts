import { expect, it } from 'vitest';
import { differenceBetween } from '../../../src/domain/edit/difference.ts';
import { addItem, editItems, moveItem } from '../../../src/domain/edit/edit-items.ts';
import { planDeletion } from '../../../src/domain/edit/plan-deletion.ts';
import { exampleStudy } from './example-study.ts';

it('finds no difference between a study and itself, whatever the order of languages in a text', () => {
  const study = exampleStudy();
  const turned = { ...study, title: { en: study.title.en!, fa: study.title.fa! } };
  expect(differenceBetween(study, turned)).toEqual([]);
});

it('names items added, removed and changed, with the properties that differ', () => {
  const before = exampleStudy();
  const fewer = planDeletion(before, { kind: 'item', key: 'A1' })!.study;
  const added = addItem(fewer, { key: 'A9', construct: 'A', reverse: false, text: { en: 'new' } }).study;
  const text = { fa: 'تازه', en: 'changed' };
  const after = editItems(added, new Map([['B1', { text, construct: 'B', reverse: true }]]));
  const items = differenceBetween(before, after).filter((change) => change.part === 'item');
  expect(items).toEqual([
    { part: 'item', key: 'A9', change: 'added', fields: [] },
    { part: 'item', key: 'B1', change: 'changed', fields: ['text', 'reverse'] },
    { part: 'item', key: 'A1', change: 'removed', fields: [] },
  ]);
});

it('says once that a list was reordered', () => {
  const before = exampleStudy();
  const changes = differenceBetween(before, moveItem(before, 'A3', 0));
  expect(changes).toContainEqual({ part: 'item', key: '', change: 'reordered', fields: [] });
  expect(changes.filter((change) => change.part === 'item')).toHaveLength(1);
});

it('does not call a layout that is left out a difference from the default', () => {
  const { layout: _layout, ...silent } = exampleStudy();
  expect(differenceBetween(silent, { ...silent, layout: 'adaptive' })).toEqual([]);
  expect(differenceBetween(silent, { ...silent, layout: 'stacked' })).toEqual([
    { part: 'study', key: '', change: 'changed', fields: ['layout'] },
  ]);
});
