import { Problem } from '../../../domain/problem.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { problemWords } from '../../problem-page.ts';

/** What a form page shows beside its fields after a refusal: one message, and the words for each field. */
export interface FormErrors {
  readonly message: string;
  readonly byField: Readonly<Record<string, string>>;
}

export const noErrors: FormErrors = { message: '', byField: {} };

/** The errors of an expected refusal; anything else is thrown on. */
export function formErrors(error: unknown, t: Translator): FormErrors {
  if (!(error instanceof Problem) || !['invalid', 'conflict'].includes(error.kind)) throw error;
  const words = problemWords(error, t);
  const byField: Record<string, string> = {};
  error.faults.forEach((fault, index) => {
    byField[fault.place] = (words.faults[index] ?? '').replace(`${fault.place}: `, '');
  });
  return { message: words.message, byField };
}
