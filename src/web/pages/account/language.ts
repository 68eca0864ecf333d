import { isInterfaceLanguage } from '../../../i18n/translator.ts';
import { links } from '../../links.ts';
import type { Handler } from '../../page-context.ts';
import { readText } from '../../read-form.ts';

/** Keeps the choice in the session, and with the account of whoever is signed in. */
export const saveLanguage: Handler = async (request, response, context) => {
  const language = readText(request, 'language');
  if (isInterfaceLanguage(language)) {
    request.session.language = language;
    if (context.account) await context.deps.accounts.updateLanguage(context.account.id, language);
  }
  response.redirect(303, localPath(readText(request, 'here')));
};

/** Only an address on this server: one slash, then no other slash or backslash. */
function localPath(here: string): string {
  return /^\/(?![/\\])/.test(here) ? here : links.home();
}
