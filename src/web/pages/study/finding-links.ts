import { type Finding, publishFindings } from '../../../domain/publish-check.ts';
import type { Study } from '../../../domain/study.ts';
import { localeOf } from '../../../i18n/locale.ts';
import { messageIfKnown, type Translator } from '../../../i18n/translator.ts';
import { tabLink } from './design-tabs.ts';
import { fieldOfPlace } from './field-of-place.ts';

export interface FindingLink {
  readonly blocking: boolean;
  readonly words: string;
  readonly href: string;
}

/** What stands in the way of publishing, each with a link to where it can be mended. Blocking ones first. */
export function findingLinks(study: Study, studyKey: string, t: Translator): readonly FindingLink[] {
  return publishFindings(study).map((finding) => findingLink(finding, study, studyKey, t));
}

export function findingLink(finding: Finding, study: Study, studyKey: string, t: Translator): FindingLink {
  const { language } = finding.details;
  const details =
    typeof language === 'string'
      ? { ...finding.details, language: localeOf(language).name }
      : finding.details;
  const { tab, field } = whereToMend(finding, study);
  return {
    blocking: finding.severity === 'blocking',
    words: messageIfKnown(t, `finding:${finding.code}`, details) ?? finding.code,
    href: tabLink(studyKey, tab) + (field === '' ? '' : `#${field}`),
  };
}

function whereToMend(finding: Finding, study: Study) {
  // What is on no page is mended on the page of pages, not where its text stands.
  if (finding.code === 'item-on-no-page' || finding.code === 'question-on-no-page')
    return { tab: 'pages', field: `page:${finding.target.key}` } as const;
  if (finding.target.kind === 'consent' && finding.place === 'consent.contact')
    return { tab: 'consent', field: `contact:${study.languages[0]}` } as const;
  return fieldOfPlace(study, finding.place);
}
