import { isInterfaceLanguage } from '../../../i18n/translator.ts';
import { keepLanguage } from '../../language-cookie.ts';
import { links } from '../../links.ts';
import { localPath } from '../../local-path.ts';
import type { Handler } from '../../page-context.ts';
import { readText } from '../../read-form.ts';

/** Kept with the account of whoever is signed in, else in a cookie. */
export const saveLanguage: Handler = async (request, response, context) => {
  const language = readText(request, 'language');
  if (isInterfaceLanguage(language)) {
    keepLanguage(response, language, context.config.publicUrl.startsWith('https://'));
    if (context.account) await context.deps.accounts.updateLanguage(context.account.id, language);
  }
  response.redirect(303, localPath(readText(request, 'here'), links.home()));
};
