import { expect, it } from 'vitest';
import { checkStudy } from '../../../src/domain/check-study.ts';
import { addPage } from '../../../src/domain/edit/edit-pages.ts';
import { type PartKind, planDeletion } from '../../../src/domain/edit/plan-deletion.ts';
import { exampleStudy, keysOfItems, shownKeys } from './example-study.ts';

const names = (parts: ReadonlyArray<{ kind: string; key: string }>) =>
  parts.map(({ kind, key }) => `${kind} ${key}`);

it('takes with a construct its items, the paths it is an end of, and what moderates those', () => {
  const plan = planDeletion(exampleStudy(), { kind: 'construct', key: 'B' })!;
  expect(names(plan.removed)).toEqual(['construct B', 'item B1', 'item B2', 'path H1', 'path H2']);
  expect(keysOfItems(plan.study)).toEqual(['A1', 'A2', 'A3']);
  expect(shownKeys(plan.study)).toEqual([['A1', 'A2', 'A3'], ['G1']]);
  expect(checkStudy(plan.study)).toEqual([]);
});

it('takes with a category its constructs and all that hangs on them', () => {
  const plan = planDeletion(exampleStudy(), { kind: 'category', key: 'catB' })!;
  expect(names(plan.removed)).toEqual([
    'category catB',
    'construct B',
    'item B1',
    'item B2',
    'path H1',
    'path H2',
  ]);
});

it('takes with a direct path the paths that moderate it, and with a moderating path nothing', () => {
  expect(names(planDeletion(exampleStudy(), { kind: 'path', key: 'H1' })!.removed)).toEqual([
    'path H1',
    'path H2',
  ]);
  expect(names(planDeletion(exampleStudy(), { kind: 'path', key: 'H2' })!.removed)).toEqual(['path H2']);
});

it.each<[PartKind, string, string[]]>([
  ['role', 'causal', ['category catA']],
  ['role', 'context', ['path H2']],
  ['scale', 'agreement', ['construct A', 'construct B']],
])('refuses to delete the %s %s while %s use it', (kind, key, users) => {
  const study = exampleStudy();
  const plan = planDeletion(study, { kind, key })!;
  expect(names(plan.blockedBy)).toEqual(users);
  expect(plan.study).toBe(study);
});

it('deletes a role that nothing uses together with its arrows', () => {
  const plan = planDeletion(exampleStudy(), { kind: 'role', key: 'strategies' })!;
  expect(plan.study.paradigm.relations.map(({ from, to }) => `${from} ${to}`)).toEqual(['causal core']);
});

it('gives what stood on a deleted page to its neighbour, and keeps the last page that shows something', () => {
  const study = exampleStudy();
  const plan = planDeletion(study, { kind: 'page', key: study.pages[0]!.key })!;
  expect(shownKeys(plan.study)).toEqual([['A1', 'A2', 'A3', 'B1', 'B2', 'G1']]);
  const only = planDeletion(plan.study, { kind: 'page', key: plan.study.pages[0]!.key })!;
  expect(names(only.blockedBy)).toEqual([`page ${plan.study.pages[0]!.key}`]);
});

it('drops a page that lost its last item, and keeps one that was empty before', () => {
  const study = addPage(exampleStudy()).study;
  const plan = planDeletion(study, { kind: 'question', key: 'G1' })!;
  expect(shownKeys(plan.study)).toEqual([['A1', 'A2', 'A3', 'B1', 'B2'], []]);
  expect('questions' in plan.study).toBe(false);
});

it('removes every text of a language, and optional texts that stood in it only', () => {
  const study = exampleStudy();
  const thanked = { ...study, thanks: { en: 'Thank you' }, description: { en: 'x', fa: 'y' } };
  const { study: without } = planDeletion(thanked, { kind: 'language', key: 'en' })!;
  expect(without.languages).toEqual(['fa']);
  expect(JSON.stringify(without)).not.toContain('"en"');
  expect('thanks' in without).toBe(false);
  expect(without.description).toEqual({ fa: 'y' });
  expect(planDeletion(without, { kind: 'language', key: 'fa' })!.blockedBy).toHaveLength(1);
});

it('knows no deletion of a part that is not there', () => {
  expect(planDeletion(exampleStudy(), { kind: 'item', key: 'Z9' })).toBeNull();
});
