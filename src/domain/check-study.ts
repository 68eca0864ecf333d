// What must hold between the parts of a study, finished or not. An unfinished draft passes: empty texts, a construct without
// items and an item on no page are publishFindings' business. A study that passes can be drawn, counted and analysed.

import { checkKeys } from './check-study-keys.ts';
import { checkPages } from './check-study-pages.ts';
import { checkPaths } from './check-study-paths.ts';
import { checkReferences } from './check-study-references.ts';
import { checkScales } from './check-study-scales.ts';
import { checkTexts } from './check-study-texts.ts';
import { type Fault, fault } from './fault.ts';
import type { Study } from './study.ts';
import { LANGUAGE_PATTERN, LIST_LIMITS } from './study-limits.ts';

/** Every fault, in the order of the study file's parts; empty when the study is sound. Places are paths: items[3].construct. */
export function checkStudy(study: Study): readonly Fault[] {
  return [
    ...checkLanguages(study),
    ...checkLimits(study),
    ...checkKeys(study),
    ...checkReferences(study),
    ...checkScales(study),
    ...checkPages(study),
    ...checkPaths(study),
    ...checkTexts(study),
  ];
}

function checkLanguages(study: Study): readonly Fault[] {
  const faults: Fault[] = [];
  if (study.languages.length === 0) faults.push(fault('languages', 'too-few', { limit: 1 }));
  study.languages.forEach((language, index) => {
    const place = `languages[${index}]`;
    if (!LANGUAGE_PATTERN.test(language))
      faults.push(fault(place, 'language-malformed', { value: language }));
    if (study.languages.indexOf(language) < index) {
      faults.push(fault(place, 'language-repeated', { value: language }));
    }
  });
  return faults;
}

function checkLimits(study: Study): readonly Fault[] {
  const lists: Readonly<Record<keyof typeof LIST_LIMITS, [place: string, list?: readonly unknown[]]>> = {
    languages: ['languages', study.languages],
    roles: ['paradigm.roles', study.paradigm.roles],
    relations: ['paradigm.relations', study.paradigm.relations],
    categories: ['categories', study.categories],
    codes: ['codes', study.codes],
    quotations: ['quotations', study.quotations],
    scales: ['scales', study.scales],
    constructs: ['constructs', study.constructs],
    items: ['items', study.items],
    questions: ['questions', study.questions],
    pages: ['pages', study.pages],
    paths: ['paths', study.paths],
  };
  return Object.entries(LIST_LIMITS).flatMap(([name, limit]) => {
    const [place, list] = lists[name as keyof typeof LIST_LIMITS];
    return (list?.length ?? 0) > limit ? [fault(place, 'too-many', { limit })] : [];
  });
}
