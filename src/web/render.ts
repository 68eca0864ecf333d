import type { Request, Response } from 'express';
import { localeOf } from '../i18n/locale.ts';
import { interfaceLanguages } from '../i18n/translator.ts';
import { asset } from './assets.ts';
import { takeFlash } from './flash.ts';
import { links } from './links.ts';
import { csrfTokenOf } from './middleware/csrf.ts';
import type { PageContext } from './page-context.ts';
import { renderView } from './view-engine.ts';

/** What every staff page must say of itself. */
export interface PageHead {
  readonly title: string;
  /** Style sheets and modules beyond the common ones, as paths in static/. */
  readonly styles?: readonly string[];
  readonly modules?: readonly string[];
  readonly status?: number;
  /** Set on pages with a form for people who are not signed in. */
  readonly strangersForm?: boolean;
}

/** Draws a staff page: the view inside the one layout. `view` is plain data; templates see it as `page.view`. */
export async function render(
  request: Request,
  response: Response,
  context: PageContext,
  name: string,
  head: PageHead,
  view: object,
): Promise<void> {
  const { t, account } = context;
  const csrf = account || head.strangersForm ? csrfTokenOf(request) : '';
  const common = { t, asset, links, csrf, account, locale: t.locale };
  const body = await renderView(name, { ...common, view });
  const html = await renderView('layout/page', {
    ...common,
    title: head.title,
    styles: head.styles ?? [],
    modules: head.modules ?? [],
    flash: takeFlash(request),
    languages: interfaceLanguages.map((language) => ({
      language,
      name: localeOf(language).name,
      current: language === t.locale.language,
    })),
    here: context.here,
    body,
  });
  response.status(head.status ?? 200);
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(html);
}
