import type { ConstructReport } from './construct-report.ts';
import type { CorrelationReport } from './correlation-report.ts';
import type { HypothesisReport } from './hypothesis-report.ts';
import type { ItemReport } from './item-report.ts';
import type { Provenance } from './provenance.ts';
import type { Remark } from './remark.ts';
import type { RespondentFacts } from './select-submissions.ts';

/** Everything the pages print, in full precision and without words; `axial analyse --json` prints it as it is. */
export interface StudyReport {
  readonly format: 'axial-report';
  readonly formatVersion: 1;
  readonly provenance: Provenance;
  readonly respondents: RespondentFacts;
  readonly remarks: readonly Remark[];
  readonly constructs: readonly ConstructReport[];
  readonly items: readonly ItemReport[];
  /** Of construct scores with each other. */
  readonly correlations: CorrelationReport;
  /** Of role scores with each other; a role's score is the mean of the scores of its constructs. */
  readonly roleCorrelations: CorrelationReport;
  readonly hypotheses: readonly HypothesisReport[];
}
