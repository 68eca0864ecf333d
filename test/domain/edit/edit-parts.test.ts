import { describe, expect, it } from 'vitest';
import { arrangePages } from '../../../src/domain/edit/arrange-pages.ts';
import { addCategory, editCategories, moveCategory } from '../../../src/domain/edit/edit-categories.ts';
import { editConsent } from '../../../src/domain/edit/edit-consent.ts';
import { editConstructs } from '../../../src/domain/edit/edit-constructs.ts';
import { addLanguage, putLanguageFirst } from '../../../src/domain/edit/edit-languages.ts';
import { addPage, editPages, putOnPage } from '../../../src/domain/edit/edit-pages.ts';
import { addPath, editPaths } from '../../../src/domain/edit/edit-paths.ts';
import { addQuestion, editQuestions, moveQuestion } from '../../../src/domain/edit/edit-questions.ts';
import { addScale, editScales, resizeScale } from '../../../src/domain/edit/edit-scales.ts';
import { editStudyTexts, type StudyTexts } from '../../../src/domain/edit/edit-study-texts.ts';
import { exampleStudy, shownKeys } from './example-study.ts';
import { faultsOf } from './faults-of.ts';

describe('study texts', () => {
  const typed: StudyTexts = {
    title: { fa: 'عنوان', en: '' },
    description: { fa: '', en: '' },
    citation: ' A book ',
    url: 'https://example.org/a',
    editionCited: '2014',
    layout: 'adaptive',
  };

  it('leaves out what is empty instead of storing empty texts', () => {
    const edited = editStudyTexts({ ...exampleStudy(), description: { en: 'x' } }, typed);
    expect(edited.title).toEqual({ fa: 'عنوان' });
    expect('description' in edited).toBe(false);
    expect(edited.source).toEqual({ citation: 'A book', url: 'https://example.org/a' });
    expect(edited.paradigm.editionCited).toBe('2014');
  });

  it('refuses a title that is empty in every language and an address that is none', () => {
    expect(faultsOf(() => editStudyTexts(exampleStudy(), { ...typed, title: { fa: ' ', en: '' } }))).toEqual([
      ['title:fa', 'text-missing'],
    ]);
    expect(faultsOf(() => editStudyTexts(exampleStudy(), { ...typed, url: 'javascript:alert(1)' }))).toEqual([
      ['url', 'url-malformed'],
    ]);
  });

  it('writes no default layout into a study that never said one', () => {
    const { layout: _layout, ...silent } = exampleStudy();
    expect('layout' in editStudyTexts(silent, typed)).toBe(false);
    expect(editStudyTexts(silent, { ...typed, layout: 'stacked' }).layout).toBe('stacked');
  });
});

describe('languages', () => {
  it('adds a language at the end and can put it first', () => {
    const added = addLanguage(exampleStudy(), 'ckb');
    expect(added.languages).toEqual(['fa', 'en', 'ckb']);
    expect(putLanguageFirst(added, 'en').languages).toEqual(['en', 'fa', 'ckb']);
  });

  it('refuses a language that the questionnaire does not speak', () => {
    expect(faultsOf(() => addLanguage(exampleStudy(), 'tlh'))).toEqual([['new-language', 'choice-unknown']]);
  });
});

describe('categories and constructs', () => {
  const input = { role: 'causal', label: { en: 'x' }, definition: { en: '' } };

  it('moves a category among those of its role only', () => {
    const more = addCategory(exampleStudy(), { ...input, key: 'catC' }).study;
    expect(moveCategory(more, 'catC', 0).categories.map(({ key }) => key)).toEqual(['catC', 'catB', 'catA']);
  });

  it('refuses a role that is not there', () => {
    const typed = new Map([['catA', { ...input, role: 'none' }]]);
    expect(faultsOf(() => editCategories(exampleStudy(), typed))).toEqual([['role:catA', 'choice-unknown']]);
  });

  it('names every wrong choice of a construct', () => {
    const typed = { category: '?', measurement: '?', scale: '?', label: { en: '', fa: '' }, definition: {} };
    expect(faultsOf(() => editConstructs(exampleStudy(), new Map([['A', typed]])))).toEqual([
      ['label:en:A', 'text-missing'],
      ['category:A', 'choice-unknown'],
      ['measurement:A', 'choice-unknown'],
      ['scale:A', 'choice-unknown'],
    ]);
  });
});

describe('scales', () => {
  it('keeps labels with their values when points are added or removed', () => {
    const seven = resizeScale(exampleStudy(), 'agreement', 7).scales[0]!;
    expect(seven.options.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(seven.options[4]!.label.en).toBe('Strongly agree');
    expect(seven.options[6]!.label).toEqual({});
    expect(resizeScale(exampleStudy(), 'agreement', 2).scales[0]!.options).toHaveLength(2);
  });

  it.each([1, 12, null])('refuses %s points', (points) => {
    expect(faultsOf(() => resizeScale(exampleStudy(), 'agreement', points))).toEqual([
      ['points:agreement', 'points-range'],
    ]);
  });

  it('stops offering "no answer" when its words are emptied', () => {
    const typed = {
      label: { fa: '', en: '' },
      noAnswer: { fa: '', en: '' },
      options: new Map([[1, { fa: 'نه', en: 'No' }]]),
    };
    const scale = editScales(exampleStudy(), new Map([['agreement', typed]])).scales[0]!;
    expect('noAnswer' in scale).toBe(false);
    expect(scale.options[0]!.label).toEqual({ fa: 'نه', en: 'No' });
    expect(scale.options[1]!.label.en).toBe('Disagree');
  });

  it('begins a second scale as a copy of the first', () => {
    const { study, key } = addScale(exampleStudy(), '');
    expect(study.scales.map((scale) => scale.key)).toEqual(['agreement', key]);
  });
});

describe('grouping questions', () => {
  it('keeps the values of options when one is emptied and one is added', () => {
    const options = new Map([
      [1, { fa: '', en: '' }],
      [2, { fa: 'دو', en: 'two' }],
      [3, { fa: 'سه', en: '' }],
    ]);
    const input = { text: { fa: 'x', en: 'x' }, options, noAnswer: { fa: '', en: '' } };
    const edited = editQuestions(exampleStudy(), new Map([['G1', input]]));
    expect(edited.questions![0]!.options).toEqual([
      { value: 2, label: { fa: 'دو', en: 'two' } },
      { value: 3, label: { fa: 'سه' } },
    ]);
  });

  it('moves with the page that shows them', () => {
    const two = addQuestion(exampleStudy(), { key: 'G2', text: { en: 'x' }, options: { en: 'a\nb' } }).study;
    expect(shownKeys(two).at(-1)).toEqual(['G1', 'G2']);
    expect(shownKeys(moveQuestion(two, 'G2', 0)).at(-1)).toEqual(['G2', 'G1']);
  });
});

describe('pages', () => {
  it('puts an item on another page and takes it from its own', () => {
    const { study, key } = addPage(exampleStudy());
    expect(study.pages.map((page) => page.items.length)).toEqual([5, 0, 1]);
    expect(shownKeys(putOnPage(study, 'A2', key))).toEqual([['A1', 'A3', 'B1', 'B2'], ['A2'], ['G1']]);
    expect(faultsOf(() => putOnPage(study, 'A2', 'none'))).toEqual([['page:A2', 'choice-unknown']]);
  });

  it('arranges anew with so many items a page, keeping the titles of pages that show the same as before', () => {
    const study = exampleStudy();
    const first = arrangePages(study, 3);
    const titled = editPages(first, new Map([[first.pages[0]!.key, { title: { en: 'First' }, intro: {} }]]));
    expect(Math.max(...arrangePages(titled, 3).pages.map((page) => page.items.length))).toBeLessThanOrEqual(
      3,
    );
    expect(arrangePages(titled, 3).pages[0]!.title).toEqual({ en: 'First' });
    expect(arrangePages(titled, 2).pages.some((page) => page.title)).toBe(false);
  });
});

describe('paths', () => {
  const typed = { sign: '+', rationale: {} };

  it('is direct towards a construct or role, and moderates when it acts on a path', () => {
    const direct = addPath(exampleStudy(), { ...typed, key: '', from: 'causal', target: 'core' });
    expect(direct.study.paths.at(-1)).toEqual({
      key: direct.key,
      kind: 'direct',
      from: 'causal',
      to: 'core',
      sign: '+',
    });
    const turned = editPaths(exampleStudy(), new Map([['H2', { ...typed, from: 'context', target: 'B' }]]));
    expect(turned.paths[1]).toEqual({ key: 'H2', kind: 'direct', from: 'context', to: 'B', sign: '+' });
  });

  it('refuses an arrow to itself, unknown ends, and turning a moderated path into a moderating one', () => {
    expect(faultsOf(() => addPath(exampleStudy(), { ...typed, key: '', from: 'A', target: 'A' }))).toEqual([
      ['new-target', 'path-to-itself'],
    ]);
    expect(faultsOf(() => addPath(exampleStudy(), { ...typed, key: '', from: 'x', target: 'y' }))).toEqual([
      ['new-from', 'choice-unknown'],
      ['new-target', 'choice-unknown'],
    ]);
    const more = addPath(exampleStudy(), { ...typed, key: 'H3', from: 'core', target: 'B' }).study;
    expect(faultsOf(() => editPaths(more, new Map([['H1', { ...typed, from: 'A', target: 'H3' }]])))).toEqual(
      [['target:H1', 'path-moderated']],
    );
  });
});

it('keeps an empty consent text in a draft and leaves out an empty contact', () => {
  const edited = editConsent(exampleStudy(), {
    text: { fa: '', en: '' },
    contact: { fa: '', en: '' },
    thanks: { fa: 'سپاس', en: '' },
  });
  expect(edited.consent).toEqual({ text: {} });
  expect(edited.thanks).toEqual({ fa: 'سپاس' });
});
