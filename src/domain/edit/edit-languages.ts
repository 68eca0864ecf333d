import { fault } from '../fault.ts';
import { problems } from '../problem.ts';
import type { Study } from '../study.ts';

/** Languages that a questionnaire can be offered in. */
export const questionnaireLanguages = ['fa', 'en', 'ckb', 'sdh', 'ar'] as const;

export function addLanguage(study: Study, language: string): Study {
  if (study.languages.includes(language)) return study;
  if (!(questionnaireLanguages as readonly string[]).includes(language))
    throw problems.invalid([fault('new-language', 'choice-unknown')]);
  return { ...study, languages: [...study.languages, language] };
}

/** Makes it the language of a respondent who did not choose one. */
export function putLanguageFirst(study: Study, language: string): Study {
  if (!study.languages.includes(language)) return study;
  return { ...study, languages: [language, ...study.languages.filter((other) => other !== language)] };
}

/** Takes the language and every text in it out of the study. */
export function removeLanguage(study: Study, language: string): Study {
  const without = mapTexts(study, (text) =>
    Object.fromEntries(Object.entries(text).filter(([tag]) => tag !== language)),
  );
  return { ...without, languages: study.languages.filter((other) => other !== language) };
}

/** How many texts the study has in the language. */
export function countTexts(study: Study, language: string): number {
  let count = 0;
  mapTexts(study, (text) => {
    count += Object.hasOwn(text, language) ? 1 : 0;
    return text;
  });
  return count;
}

type Text = Readonly<Record<string, string>>;

const textFields: ReadonlySet<string> = new Set([
  'title',
  'description',
  'label',
  'definition',
  'text',
  'noAnswer',
  'intro',
  'contact',
  'thanks',
  'rationale',
  'note',
]);
const neededTexts: ReadonlySet<string> = new Set(['title', 'label', 'text']);

/** A copy of the study with each localized text replaced; an optional text that becomes empty is left out. */
function mapTexts(study: Study, change: (text: Text) => Text): Study {
  const map = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).flatMap(([name, inner]) => {
      // An item's note is a plain string, and so is untouched; `consent.text` and the like are objects of texts.
      if (!textFields.has(name) || typeof inner !== 'object' || inner === null) return [[name, map(inner)]];
      const text = change(inner as Text);
      return Object.keys(text).length === 0 && !neededTexts.has(name) ? [] : [[name, text]];
    });
    return Object.fromEntries(entries);
  };
  return map(study) as Study;
}
