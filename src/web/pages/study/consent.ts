import { editConsent } from '../../../domain/edit/edit-consent.ts';
import type { DesignTab } from './design-tab.ts';
import { textEntries, textsOf } from './form-values.ts';
import type { TextField } from './make-fields.ts';
import { previewPath } from './preview-path.ts';

export interface ConsentView {
  readonly texts: readonly TextField[];
  readonly contacts: readonly TextField[];
  readonly thanks: readonly TextField[];
  readonly previewLink: string;
}

export const consentTab: DesignTab = {
  tab: 'consent',
  valuesOf: (study) =>
    new Map([
      ...textEntries(study.consent.text, study.languages, 'consent'),
      ...textEntries(study.consent.contact, study.languages, 'contact'),
      ...textEntries(study.thanks, study.languages, 'thanks'),
    ]),
  viewOf: ({ study, fields }): ConsentView => ({
    texts: fields.texts('consent', 8),
    contacts: fields.texts('contact', 2),
    thanks: fields.texts('thanks', 3),
    previewLink: previewPath(study.key, study.languages[0]!, 0),
  }),
  apply: (study, { t, values }) => ({
    study: editConsent(study, {
      text: textsOf(values, study.languages, 'consent'),
      contact: textsOf(values, study.languages, 'contact'),
      thanks: textsOf(values, study.languages, 'thanks'),
    }),
    said: t('study:said-saved'),
  }),
};
