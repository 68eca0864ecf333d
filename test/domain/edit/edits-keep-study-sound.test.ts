// The law of all edits: whatever is done in whatever order, the study stays one that can be drawn, counted and analysed.

import fc from 'fast-check';
import { it } from 'vitest';
import { checkStudy } from '../../../src/domain/check-study.ts';
import { arrangePages } from '../../../src/domain/edit/arrange-pages.ts';
import { differenceBetween } from '../../../src/domain/edit/difference.ts';
import { addCategory, moveCategory } from '../../../src/domain/edit/edit-categories.ts';
import { addConstruct, moveConstruct } from '../../../src/domain/edit/edit-constructs.ts';
import { addItem, editItems, moveItem } from '../../../src/domain/edit/edit-items.ts';
import { addLanguage, putLanguageFirst } from '../../../src/domain/edit/edit-languages.ts';
import { addPage, moveOnPage, movePage, putOnPage } from '../../../src/domain/edit/edit-pages.ts';
import { addPath, movePath } from '../../../src/domain/edit/edit-paths.ts';
import { addQuestion, moveQuestion } from '../../../src/domain/edit/edit-questions.ts';
import { addScale, resizeScale } from '../../../src/domain/edit/edit-scales.ts';
import { type PartKind, planDeletion } from '../../../src/domain/edit/plan-deletion.ts';
import { Problem } from '../../../src/domain/problem.ts';
import type { Study } from '../../../src/domain/study.ts';
import { readStudyFile } from '../../../src/formats/study-file/read-study-file.ts';
import { writeStudyFile } from '../../../src/formats/study-file/write-study-file.ts';
import { exampleStudy } from './example-study.ts';

const kinds: PartKind[] = [
  'role',
  'category',
  'scale',
  'construct',
  'item',
  'question',
  'page',
  'path',
  'language',
];

/** Picks a key of the study by a number, so that most random edits meet something that is there. */
function keyOf(study: Study, kind: PartKind, pick: number): string {
  const lists: Record<PartKind, readonly string[]> = {
    role: study.paradigm.roles.map(({ key }) => key),
    category: study.categories.map(({ key }) => key),
    scale: study.scales.map(({ key }) => key),
    construct: study.constructs.map(({ key }) => key),
    item: study.items.map(({ key }) => key),
    question: (study.questions ?? []).map(({ key }) => key),
    page: study.pages.map(({ key }) => key),
    path: study.paths.map(({ key }) => key),
    language: study.languages,
  };
  const list = lists[kind];
  return list[pick % Math.max(1, list.length)] ?? 'none';
}

type Edit = (study: Study, pick: number, other: number, text: string) => Study;

const edits: Edit[] = [
  (study, a, b, text) =>
    addItem(study, {
      key: '',
      construct: keyOf(study, 'construct', a),
      reverse: b % 2 === 0,
      text: { fa: text },
    }).study,
  (study, a, b, text) =>
    editItems(
      study,
      new Map([
        [
          keyOf(study, 'item', a),
          { text: { en: text }, construct: keyOf(study, 'construct', b), reverse: true },
        ],
      ]),
    ),
  (study, a, b) => moveItem(study, keyOf(study, 'item', a), b - 5),
  (study, a, _b, text) =>
    addCategory(study, { key: '', role: keyOf(study, 'role', a), label: { fa: text }, definition: {} }).study,
  (study, a, b) => moveCategory(study, keyOf(study, 'category', a), b),
  (study, a, b, text) =>
    addConstruct(study, {
      key: '',
      category: keyOf(study, 'category', a),
      scale: keyOf(study, 'scale', b),
      measurement: 'reflective',
      label: { en: text },
      definition: {},
    }).study,
  (study, a, b) => moveConstruct(study, keyOf(study, 'construct', a), b),
  (study, a) => addLanguage(study, ['ckb', 'ar', 'xx'][a % 3]!),
  (study, a) => putLanguageFirst(study, keyOf(study, 'language', a)),
  (study) => addPage(study).study,
  (study, a, b) => movePage(study, keyOf(study, 'page', a), b),
  (study, a, b) => moveOnPage(study, keyOf(study, 'item', a), b),
  (study, a, b) => putOnPage(study, keyOf(study, a % 2 ? 'item' : 'question', a), keyOf(study, 'page', b)),
  (study, a) => arrangePages(study, a % 12),
  (study, a, b) =>
    addPath(study, {
      key: '',
      from: keyOf(study, a % 2 ? 'role' : 'construct', a),
      target: keyOf(study, (['role', 'construct', 'path'] as const)[b % 3]!, b),
      sign: '+',
      rationale: {},
    }).study,
  (study, a, b) => movePath(study, keyOf(study, 'path', a), b),
  (study, _a, _b, text) =>
    addQuestion(study, { key: '', text: { fa: text }, options: { fa: 'یک\nدو', en: 'one\ntwo\nthree' } })
      .study,
  (study, a, b) => moveQuestion(study, keyOf(study, 'question', a), b),
  (study) => addScale(study, '').study,
  (study, a, b) => resizeScale(study, keyOf(study, 'scale', a), b % 14),
  (study, a, b) =>
    planDeletion(study, { kind: kinds[a % kinds.length]!, key: keyOf(study, kinds[a % kinds.length]!, b) })
      ?.study ?? study,
];

it('keeps a study sound through any series of edits, and its file reads back as the same study', () => {
  const step = fc.tuple(
    fc.nat(edits.length - 1),
    fc.nat(30),
    fc.nat(30),
    fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('"><script>', 'متن ي ك', 'a\u202eb', ' ')),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let study = exampleStudy();
      for (const [which, pick, other, text] of steps) {
        const before = structuredClone(study);
        let edited: Study;
        try {
          edited = edits[which]!(study, pick, other, text);
        } catch (error) {
          if (error instanceof Problem && error.kind === 'invalid') continue;
          throw error;
        }
        // Rules that only the whole study can judge (one path twice, unreadable characters) refuse the edit when it is stored.
        const faults = checkStudy(edited).map((fault) => fault.code);
        const judgedLater = ['path-repeated', 'moderator-is-end', 'text-not-readable'];
        if (faults.length > 0) {
          if (faults.every((code) => judgedLater.includes(code))) continue;
          throw new Error(`edit ${which} broke the study: ${faults.join(', ')}`);
        }
        if (differenceBetween(before, study).length > 0) throw new Error(`edit ${which} changed its input`);
        study = edited;
      }
      const read = readStudyFile(writeStudyFile(study));
      if ('faults' in read) throw new Error(JSON.stringify(read.faults));
      return differenceBetween(study, read.study).length === 0;
    }),
    { numRuns: 300 },
  );
});
