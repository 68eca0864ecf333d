import type { StudyReport } from '../../../analysis/study-report.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
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

/** How many cases are behind correlations; under pairwise rules that differs from pair to pair. */
export function casesWords({ t }: StatisticsInput, relations: ReadonlyArray<{ readonly n: number }>): string {
  const counts = relations.map(({ n }) => n);
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  if (counts.length === 0) return '';
  const shown = (count: number) => formatNumber(count, 0, t.locale);
  return least === most
    ? t('statistics:relations-n', { n: shown(least) })
    : t('statistics:relations-n-range', { least: shown(least), most: shown(most) });
}
