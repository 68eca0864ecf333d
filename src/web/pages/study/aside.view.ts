import type { Study } from '../../../domain/study.ts';
import { links } from '../../links.ts';
import { actorOf, type PageContext } from '../../page-context.ts';
import { tabLink } from './design-tabs.ts';
import { type FindingLink, findingLinks } from './finding-links.ts';
import { previewPath } from './preview-path.ts';

const SHOWN_FINDINGS = 7;

/** Beside the items: what respondents will see, and what is missing before publishing. */
export interface AsideView {
  readonly previewSource: string;
  readonly previewLink: string;
  readonly findings: readonly FindingLink[];
  readonly more: string;
  readonly publishLink: string;
}

export function asideView(context: PageContext, study: Study): AsideView {
  const { t } = context;
  const { key } = actorOf(context).study;
  const language = study.languages.includes(t.locale.language) ? t.locale.language : study.languages[0]!;
  const findings = findingLinks(study, key, t);
  const rest = findings.length - SHOWN_FINDINGS;
  return {
    previewSource: study.pages.length > 0 ? previewPath(key, language, 1) : '',
    previewLink: links.design(key, 'preview'),
    findings: findings.slice(0, SHOWN_FINDINGS),
    more: rest > 0 ? t('study:more-findings', { count: rest }) : '',
    publishLink: tabLink(key, 'publish'),
  };
}
