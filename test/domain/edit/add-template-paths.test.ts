import { expect, it } from 'vitest';
import { checkStudy } from '../../../src/domain/check-study.ts';
import { addTemplatePaths, missingRelations } from '../../../src/domain/edit/add-template-paths.ts';
import { exampleStudy } from './example-study.ts';

it('makes a path of each arrow of the model that has none, once', () => {
  const study = addTemplatePaths(exampleStudy());
  expect(study.paths.slice(2)).toEqual([
    { key: 'H3', kind: 'direct', from: 'causal', to: 'core', sign: '+' },
    { key: 'H4', kind: 'direct', from: 'core', to: 'strategies', sign: '+' },
    { key: 'H5', kind: 'direct', from: 'context', to: 'strategies', sign: '+' },
    { key: 'H6', kind: 'direct', from: 'intervening', to: 'strategies', sign: '?' },
    { key: 'H7', kind: 'direct', from: 'strategies', to: 'consequences', sign: '+' },
  ]);
  expect(checkStudy(study)).toEqual([]);
  expect(missingRelations(study)).toEqual([]);
  expect(addTemplatePaths(study).paths).toEqual(study.paths);
});

it('lets a moderating arrow bear on the paths that lead to its part', () => {
  const example = exampleStudy();
  const relations = [
    { from: 'core', to: 'strategies', kind: 'direct', sign: '+' },
    { from: 'context', to: 'strategies', kind: 'moderates', sign: '?' },
  ] as const;
  const study = addTemplatePaths({ ...example, paths: [], paradigm: { ...example.paradigm, relations } });
  expect(study.paths).toEqual([
    { key: 'H1', kind: 'direct', from: 'core', to: 'strategies', sign: '+' },
    { key: 'H2', kind: 'moderates', from: 'context', path: 'H1', sign: '?' },
  ]);
});
