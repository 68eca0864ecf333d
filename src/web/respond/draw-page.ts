import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textIn } from '../../domain/localized-text.ts';
import type { Study } from '../../domain/study.ts';
import { localeOf } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import { asset, staticRoot } from '../assets.ts';
import { renderView } from '../view-engine.ts';

/** What stands around every respondent page. */
export interface RespondFrame {
  /** Of the window; the study's name is added. */
  readonly title: string;
  /** '' where no study is known. */
  readonly heading: string;
  /** "Part 2 of 5", or ''. */
  readonly progress: string;
  readonly switches: readonly LanguageSwitch[];
  /** Who answers questions about the study, paragraph by paragraph. */
  readonly contact: readonly string[];
  /** For the paper form, or ''. */
  readonly printNote: string;
  readonly script: boolean;
}

export interface LanguageSwitch {
  readonly language: string;
  readonly name: string;
  readonly href: string;
}

/** The same address must stand in tokens.css, else the file would be fetched twice. */
export const PERSIAN_FONT = '/static/fonts/vazirmatn-fa-400.woff2?v=33.0.3';

let icon: string | undefined;

/** In the page itself: an icon is not worth a request on a slow line. */
function iconAddress(): string {
  icon ??= `data:image/svg+xml,${encodeURIComponent(readFileSync(join(staticRoot, 'img/axial.svg'), 'utf8').trim())}`;
  return icon;
}

/** Draws views/respond/<name>.ejs inside the respondents' layout. */
export async function drawPage(
  name: string,
  t: Translator,
  frame: RespondFrame,
  view: object,
): Promise<string> {
  const common = { t, view };
  const body = await renderView(`respond/${name}`, common);
  return renderView('respond/layout', {
    t,
    frame,
    asset,
    icon: iconAddress(),
    locale: t.locale,
    font: t.locale.direction === 'rtl' ? PERSIAN_FONT : '',
    body,
  });
}

export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The parts of the frame that come from the study. */
export function studyFrame(study: Study, language: string): Pick<RespondFrame, 'heading' | 'contact'> {
  const languages = [language, ...study.languages];
  return {
    heading: textIn(study.title, ...languages),
    contact: paragraphsOf(textIn(study.consent.contact, ...languages)),
  };
}

/** The study's other languages, each by its own name. */
export function languageSwitches(
  study: Study,
  current: string,
  address: (language: string) => string,
): readonly LanguageSwitch[] {
  return study.languages
    .filter((language) => language !== current)
    .map((language) => ({ language, name: localeOf(language).name, href: address(language) }));
}
