import type { Request, Response } from 'express';
import { type InterfaceLanguage, isInterfaceLanguage } from '../i18n/translator.ts';

// A stranger's choice needs no row in the database: it is no secret and says nothing about anybody.
const NAME = 'axial-language';
const YEAR = 365 * 24 * 60 * 60 * 1000;

export function chosenLanguage(request: Request): InterfaceLanguage | undefined {
  const value = new RegExp(`(?:^|;\\s*)${NAME}=([a-z-]+)`).exec(request.headers.cookie ?? '')?.[1];
  return value !== undefined && isInterfaceLanguage(value) ? value : undefined;
}

export function keepLanguage(response: Response, language: InterfaceLanguage, secure: boolean): void {
  response.cookie(NAME, language, { maxAge: YEAR, httpOnly: true, sameSite: 'lax', secure });
}
