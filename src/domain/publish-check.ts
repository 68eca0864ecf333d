// What to know before a draft is frozen. Blocking: respondents would see a hole, or the answers could not be used. Remark: worth a
// thought, and the researcher decides. Nothing here changes the draft.

import type { Fault } from './fault.ts';
import { partsFindings } from './publish-check-parts.ts';
import { textFindings } from './publish-check-texts.ts';
import { wordingFindings } from './publish-check-wording.ts';
import type { Key, Study } from './study.ts';

export interface Finding extends Fault {
  readonly severity: 'blocking' | 'remark';
  readonly target: FindingTarget;
}

/** What the finding is about, so that a page can link to it; the key is '' where there is only one. */
export interface FindingTarget {
  readonly kind:
    | 'study'
    | 'role'
    | 'category'
    | 'scale'
    | 'construct'
    | 'item'
    | 'question'
    | 'page'
    | 'consent'
    | 'path';
  readonly key: Key;
}

/** Blocking findings first, each group in the order of the study. Requires a study that checkStudy has passed. */
export function publishFindings(study: Study): readonly Finding[] {
  const findings = [...textFindings(study), ...partsFindings(study), ...wordingFindings(study)];
  return [
    ...findings.filter((finding) => finding.severity === 'blocking'),
    ...findings.filter((finding) => finding.severity === 'remark'),
  ];
}
