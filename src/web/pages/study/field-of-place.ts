import type { Study } from '../../../domain/study.ts';
import type { DesignTabName } from './design-tabs.ts';
import { fieldName } from './form-values.ts';

export interface PlaceOnPage {
  readonly tab: DesignTabName;
  /** The id of the field, or of the part's row; '' for the page as a whole. */
  readonly field: string;
}

type Listed = ReadonlyArray<{ readonly key: string; readonly options?: ReadonlyArray<{ value: number }> }>;

const lists = new Map<string, [DesignTabName, (study: Study) => Listed]>([
  ['paradigm.roles', ['paradigm', (study) => study.paradigm.roles]],
  ['categories', ['categories', (study) => study.categories]],
  ['constructs', ['constructs', (study) => study.constructs]],
  ['items', ['items', (study) => study.items]],
  ['scales', ['scales', (study) => study.scales]],
  ['questions', ['questions', (study) => study.questions ?? []]],
  ['pages', ['pages', (study) => study.pages]],
  ['paths', ['paths', (study) => study.paths]],
]);

const singles: Readonly<Record<string, [DesignTabName, string]>> = {
  title: ['paradigm', 'title'],
  description: ['paradigm', 'description'],
  'source.citation': ['paradigm', 'citation'],
  'source.url': ['paradigm', 'url'],
  'consent.text': ['consent', 'consent'],
  'consent.contact': ['consent', 'contact'],
  thanks: ['consent', 'thanks'],
};

/** Properties whose field has another name. */
const fieldKinds: Readonly<Record<string, string>> = { to: 'target', path: 'target', noAnswer: 'no-answer' };
const fieldsOfParts = new Set([
  'text',
  'label',
  'definition',
  'no-answer',
  'title',
  'intro',
  'rationale',
  'construct',
  'category',
  'role',
  'scale',
  'measurement',
  'from',
  'target',
  'sign',
]);

/** Where a place of the study document, such as items[3].text.fa, can be edited. */
export function fieldOfPlace(study: Study, place: string): PlaceOnPage {
  const listed = /^([A-Za-z.]+)\[(\d+)\](?:\.(.*))?$/.exec(place);
  const list = listed && lists.get(listed[1]!);
  if (listed && list) {
    const part = list[1](study)[Number(listed[2])];
    return { tab: list[0], field: part ? fieldInPart(part, listed[3] ?? '') : '' };
  }
  for (const [name, [tab, kind]] of Object.entries(singles)) {
    if (place === name) return { tab, field: kind };
    if (place.startsWith(`${name}.`)) return { tab, field: fieldName(kind, place.slice(name.length + 1)) };
  }
  const whole = lists.get(place);
  return { tab: whole ? whole[0] : 'paradigm', field: '' };
}

function fieldInPart(part: Listed[number], rest: string): string {
  const option = /^options\[(\d+)\]\.label\.(.+)$/.exec(rest);
  if (option)
    return fieldName('option', option[2]!, part.key, String(part.options?.[Number(option[1])]?.value ?? ''));
  const [property = '', language] = rest.split('.');
  const kind = fieldKinds[property] ?? property;
  if (!fieldsOfParts.has(kind)) return fieldName('part', part.key);
  return language === undefined ? fieldName(kind, part.key) : fieldName(kind, language, part.key);
}
