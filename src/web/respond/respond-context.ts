import type { Request, Response } from 'express';
import type { Deps } from '../../actions/deps.ts';
import { type QuestionnaireShelf, questionnaireShelf } from '../../actions/questionnaire-shelf.ts';
import type { Study } from '../../domain/study.ts';
import { PageCache } from './page-cache.ts';
import { chosenLanguage } from './survey-language.ts';

/** What the handlers of one running server share. */
export interface Respond {
  readonly deps: Deps;
  readonly shelf: QuestionnaireShelf;
  readonly pages: PageCache;
}

export function respondContext(deps: Deps): Respond {
  return { deps, shelf: questionnaireShelf(deps.studies), pages: new PageCache() };
}

/** The study and language that a request turned out to be about, for the pages that say what went wrong. */
export interface Speaking {
  readonly code: string;
  readonly study: Study;
  readonly language: string;
}

/** The page's language: asked for, else the one given, else the study's first. Remembered for the problem page. */
export function speak(request: Request, response: Response, study: Study, own?: string): string {
  const language = chosenLanguage(request, study) ?? own ?? study.languages[0] ?? 'en';
  response.locals.speaking = { code: paramOf(request, 'code'), study, language } satisfies Speaking;
  return language;
}

/** A part of the address. */
export function paramOf(request: Request, name: 'code' | 'key' | 'page'): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

export function speakingOf(response: Response): Speaking | undefined {
  return response.locals.speaking as Speaking | undefined;
}
