import { countTexts } from '../../../domain/edit/edit-languages.ts';
import type { Part } from '../../../domain/edit/plan-deletion.ts';
import type { Study } from '../../../domain/study.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { partLabel } from './part-label.ts';
import { pathWords } from './paths.view.ts';

/** What to call a part in a sentence. */
export function partName(part: Part): string {
  return part.kind === 'language' ? localeOf(part.key).name : part.key;
}

/** The words of a part, to recognise it by: an item's text, a construct's label, the sentence of a path. */
export function partWords(part: Part, study: Study, t: Translator): string {
  const lists = {
    role: study.paradigm.roles,
    category: study.categories,
    scale: study.scales,
    construct: study.constructs,
    item: study.items,
    question: study.questions ?? [],
  };
  if (part.kind === 'language') return t('study:count-texts', { count: countTexts(study, part.key) });
  if (part.kind === 'path') {
    const path = study.paths.find((candidate) => candidate.key === part.key);
    return path ? pathWords(study, t).sentence(path) : '';
  }
  if (part.kind === 'page') {
    const at = study.pages.findIndex((page) => page.key === part.key);
    return t('study:count-shown', { count: study.pages[at]?.items.length ?? 0 });
  }
  const found = lists[part.kind].find((candidate) => candidate.key === part.key);
  return found ? partLabel(found, study, t) : '';
}
