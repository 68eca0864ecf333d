// Addresses of the respondent pages. The way in itself stands in web/links.ts, because staff pages show it.

import { links } from '../links.ts';

/** Marks the same page asked for once more because something was left blank. */
const REMIND = 'remind';

export interface PageAddress {
  readonly code: string;
  readonly key: string;
  /** Set when the respondent reads another language than the one they began in. */
  readonly language?: string | undefined;
}

export const respondLinks = {
  consent: (code: string, language: string) => links.questionnaireIn(code, language),
  declined: (code: string, language: string) =>
    `${links.questionnaire(code)}/declined?lang=${part(language)}`,
  page: ({ code, key, language }: PageAddress, page: number) =>
    `${links.questionnaire(code)}/${part(key)}/${page}${language === undefined ? '' : `?lang=${part(language)}`}`,
  /** The fragment brings browsers without script to the reminder. */
  reminder: ({ code, key, language }: PageAddress, page: number) =>
    `${links.questionnaire(code)}/${part(key)}/${page}?${REMIND}=1${language === undefined ? '' : `&lang=${part(language)}`}#summary`,
  thanks: ({ code, key, language }: PageAddress) =>
    `${links.questionnaire(code)}/${part(key)}/thanks${language === undefined ? '' : `?lang=${part(language)}`}`,
  /** Where a preview's form goes: nothing is stored, and the researcher's page `onward` comes next. */
  preview: (onward?: string) =>
    onward === undefined ? '/s/-/preview' : `/s/-/preview?onward=${part(onward)}`,
} as const;

export function isReminder(query: Readonly<Record<string, unknown>>): boolean {
  return query[REMIND] === '1';
}

function part(text: string): string {
  return encodeURIComponent(text);
}
