import type { LocalizedText } from '../../../domain/localized-text.ts';
import { textIn } from '../../../domain/localized-text.ts';
import type { Study } from '../../../domain/study.ts';
import type { Translator } from '../../../i18n/translator.ts';

/** A part's label in the reader's language, or the first there is, or its key. */
export function partLabel(
  part: { readonly key: string; readonly label?: LocalizedText; readonly text?: LocalizedText },
  study: Study,
  t: Translator,
): string {
  return textIn(part.label ?? part.text, t.locale.language, ...study.languages) || part.key;
}
