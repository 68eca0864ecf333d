import type { LocalizedText } from '../localized-text.ts';
import type { Study } from '../study.ts';
import { editOptionalText, editText, withOptional } from './edit-text.ts';

export interface ConsentInput {
  readonly text: LocalizedText;
  readonly contact: LocalizedText;
  readonly thanks: LocalizedText;
}

/** What a respondent reads before and after. An empty consent text can be saved in a draft; it cannot be published. */
export function editConsent(study: Study, typed: ConsentInput): Study {
  const text = editText(study.consent.text, typed.text);
  const contact = editOptionalText(study.consent.contact, typed.contact);
  const consent = withOptional({ ...study.consent, text }, 'contact', contact);
  return withOptional({ ...study, consent }, 'thanks', editOptionalText(study.thanks, typed.thanks));
}
