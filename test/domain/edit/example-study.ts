import { addCategory } from '../../../src/domain/edit/edit-categories.ts';
import { addConstruct } from '../../../src/domain/edit/edit-constructs.ts';
import { addItem } from '../../../src/domain/edit/edit-items.ts';
import { addPath } from '../../../src/domain/edit/edit-paths.ts';
import { addQuestion } from '../../../src/domain/edit/edit-questions.ts';
import { emptyStudy } from '../../../src/domain/empty-study.ts';
import { paradigmTemplate } from '../../../src/domain/paradigm-templates.ts';
import type { Study } from '../../../src/domain/study.ts';

/** A small study made by the edits themselves: constructs A (A1–A3) and B (B1, B2), path H1 A → B, H2 moderating it, question G1. */
export function exampleStudy(): Study {
  const title = { fa: 'آزمون', en: 'Test' };
  let study = emptyStudy(paradigmTemplate('strauss-corbin-1990')!, 'test', ['fa', 'en'], title);
  for (const [key, role] of [
    ['catA', 'causal'],
    ['catB', 'core'],
  ] as const)
    study = addCategory(study, { key, role, label: { en: key }, definition: {} }).study;
  for (const key of ['A', 'B'])
    study = addConstruct(study, {
      key,
      category: `cat${key}`,
      label: { en: `Construct ${key}`, fa: `سازهٔ ${key}` },
      definition: {},
      measurement: 'reflective',
      scale: 'agreement',
    }).study;
  for (const construct of ['A', 'A', 'A', 'B', 'B']) {
    const number = study.items.length + 1;
    const text = { fa: `جملهٔ شمارهٔ ${number}`, en: `Sentence number ${number}` };
    study = addItem(study, { key: '', construct, reverse: false, text }).study;
  }
  study = addPath(study, { key: 'H1', from: 'A', target: 'B', sign: '+', rationale: {} }).study;
  study = addPath(study, { key: 'H2', from: 'context', target: 'H1', sign: '?', rationale: {} }).study;
  return addQuestion(study, {
    key: 'G1',
    text: { en: 'How old are you?', fa: 'چند سال دارید؟' },
    options: { en: 'Under 30\n30 or over', fa: 'کمتر از ۳۰\n۳۰ به بالا' },
  }).study;
}

export function keysOfItems(study: Study): string[] {
  return study.items.map((item) => item.key);
}

/** Keys as respondents meet them, page by page. */
export function shownKeys(study: Study): string[][] {
  return study.pages.map((page) => [...page.items]);
}
