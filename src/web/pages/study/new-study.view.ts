import { questionnaireLanguages } from '../../../domain/edit/edit-languages.ts';
import { textIn } from '../../../domain/localized-text.ts';
import { PARADIGM_TEMPLATES } from '../../../domain/paradigm-templates.ts';
import type { Problem } from '../../../domain/problem.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { links } from '../../links.ts';
import { problemWords } from '../../problem-page.ts';
import { faultWords } from './fault-words.ts';
import type { FormValues } from './form-values.ts';

export type NewStudyForm = FormValues;

export interface NewStudyView {
  readonly message: string;
  /** By field of the first form: template, key, title, languages. */
  readonly errors: {
    readonly template: string;
    readonly key: string;
    readonly title: string;
    readonly languages: string;
  };
  readonly templates: ReadonlyArray<{ key: string; label: string; description: string; checked: boolean }>;
  readonly key: string;
  readonly languages: ReadonlyArray<{
    readonly language: string;
    readonly name: string;
    readonly direction: string;
    readonly checked: boolean;
    readonly first: boolean;
    readonly title: string;
    readonly titleLabel: string;
  }>;
  readonly file: {
    readonly message: string;
    readonly faults: ReadonlyArray<{ place: string; words: string }>;
    readonly limit: string;
    readonly action: string;
  };
}

interface Input {
  readonly t: Translator;
  readonly form: NewStudyForm;
  readonly problem: Problem | null;
  /** Which of the two forms the problem is about. */
  readonly part: 'template' | 'file';
  readonly uploadLimit: number;
}

export function newStudyView({ t, form, problem, part, uploadLimit }: Input): NewStudyView {
  const message = problem ? problemWords(problem, t).message : '';
  const faults = problem?.faults ?? [];
  const errorOf = (place: string) => {
    const found = part === 'template' ? faults.find((fault) => fault.place === place) : undefined;
    return found ? faultWords(found, t) : '';
  };
  const own = t.locale.language;
  // The reader's own language stands first; what was typed stays whatever is ticked.
  const languages = [...questionnaireLanguages].sort((a, b) => Number(b === own) - Number(a === own));
  const first = form.get('first-language') ?? own;
  return {
    message: part === 'template' ? message : '',
    errors: {
      template: errorOf('template'),
      key:
        problem?.code === 'study-key-taken' && part === 'template'
          ? t('study:key-taken-here')
          : errorOf('key'),
      title: errorOf('title'),
      languages: errorOf('languages'),
    },
    templates: PARADIGM_TEMPLATES.map((template) => ({
      key: template.key,
      label: textIn(template.label, own),
      description: textIn(template.description, own),
      checked: template.key === form.get('template'),
    })),
    key: form.get('key') ?? '',
    languages: languages.map((language) => {
      const locale = localeOf(language);
      return {
        language,
        name: locale.name,
        direction: locale.direction,
        checked: form.has(`language:${language}`),
        first: language === first,
        title: form.get(`title:${language}`) ?? '',
        titleLabel: t('study:title-in', { language: locale.name }),
      };
    }),
    file: {
      message: part === 'file' ? message : '',
      faults:
        part === 'file' ? faults.map((fault) => ({ place: fault.place, words: faultWords(fault, t) })) : [],
      action: `${links.studies()}/import`,
      limit: t('study:file-limit', { megabytes: Math.round(uploadLimit / 1_048_576) }),
    },
  };
}
