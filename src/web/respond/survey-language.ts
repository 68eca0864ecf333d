import type { Request } from 'express';
import type { Study } from '../../domain/study.ts';
import { isInterfaceLanguage, type Translator, translatorFor } from '../../i18n/translator.ts';

/** The language asked for with ?lang=, when the study has it; undefined else. */
export function chosenLanguage(request: Request, study: Study): string | undefined {
  const wished = request.query.lang;
  return typeof wished === 'string' && study.languages.includes(wished) ? wished : undefined;
}

/** The language of a page about no study: asked for, or wished by the browser. */
export function translatorForStranger(request: Request): Translator {
  const wished = request.query.lang;
  if (typeof wished === 'string' && isInterfaceLanguage(wished)) return translatorFor(wished);
  return translatorFor(request.acceptsLanguages('en', 'fa') || 'en');
}
