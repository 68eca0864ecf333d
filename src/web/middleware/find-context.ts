import type { NextFunction, Request, Response } from 'express';
import type { Deps } from '../../actions/deps.ts';
import { isInterfaceLanguage, translatorFor } from '../../i18n/translator.ts';
import type { WebConfig } from '../config.ts';
import { chosenLanguage } from '../language-cookie.ts';
import type { PageContext } from '../page-context.ts';

/** Who is asking, and in which language they read: chosen, from the account, from the browser, or English. */
export function findContext(deps: Deps, config: WebConfig, shownAt: (path: string) => string) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const accountId = request.session.accountId;
    const account = accountId === undefined ? null : await deps.accounts.findOptionalAccount(accountId);
    const wished =
      account?.language ?? chosenLanguage(request) ?? request.acceptsLanguages('en', 'fa') ?? 'en';
    const t = translatorFor(wished && isInterfaceLanguage(wished) ? wished : 'en');
    const here = request.method === 'GET' ? request.originalUrl : shownAt(request.path);
    response.locals.context = { deps, config, t, account, here, actor: null } satisfies PageContext;
    next();
  };
}
