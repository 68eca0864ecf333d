import type { StudyReport } from '../../../analysis/study-report.ts';
import type { FrameInput } from './frame.view.ts';
import { conditionsOf } from './frame.view.ts';
import { type Labels, labelsOf } from './labels.ts';
import { optionsQuery } from './read-options.ts';
import { type StatisticsLinks, statisticsLinks } from './statistics-links.ts';

/** What every table and figure of a statistics page is made from. */
export interface StatisticsInput extends FrameInput {
  readonly report: StudyReport;
  readonly labels: Labels;
  readonly to: StatisticsLinks;
  /** n, missing rule and version, as a sentence. */
  readonly conditions: string;
}

export function statisticsInput(input: FrameInput & { readonly report: StudyReport }): StatisticsInput {
  return {
    ...input,
    labels: labelsOf(input.study, input.t),
    to: statisticsLinks(input.study.key, input.version.number, optionsQuery(input.options)),
    conditions: conditionsOf(input, input.report.respondents),
  };
}
