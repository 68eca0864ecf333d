import type { HypothesisReport } from '../../../analysis/hypothesis-report.ts';
import type { Remark } from '../../../analysis/remark.ts';
import { formatNumber, formatPercent } from '../../../i18n/format-number.ts';
import { isNotEstimable } from '../../../statistics/not-estimable.ts';
import { type StatisticsFrame, statisticsFrame } from './frame.view.ts';
import { hypothesisTable } from './hypothesis-table.ts';
import { nothingWords } from './items.view.ts';
import { pathsSvg, pathsTitle } from './paths.view.ts';
import { optionsQuery, type PageOptions } from './read-options.ts';
import { reliabilityTable } from './reliability-table.ts';
import { remarkWords } from './remark-words.ts';
import { type FigureView, Numbering, type TableView } from './result.view.ts';
import { casesWords, type StatisticsInput } from './statistics-input.ts';
import { statisticsLinks } from './statistics-links.ts';

export interface OverviewView {
  readonly frame: StatisticsFrame;
  readonly facts: ReadonlyArray<{ name: string; value: string; note: string }>;
  readonly banners: ReadonlyArray<{ words: string; action: string; href: string }>;
  /** Why there is nothing to show; '' when there is. */
  readonly nothing: string;
  readonly remarks: ReadonlyArray<{ weight: Remark['weight']; words: string }>;
  readonly reliability: TableView | null;
  readonly paths: FigureView | null;
  readonly verdicts: string;
  readonly modelHref: string;
}

export function overviewView(input: StatisticsInput): OverviewView {
  const { t, report, labels, to, conditions } = input;
  const numbering = new Numbering(input);
  const empty = report.respondents.inAnalysis === 0;
  const hasPaths = report.hypotheses.length > 0;
  return {
    frame: statisticsFrame(input),
    facts: factsOf(input),
    banners: bannersOf(input),
    nothing: nothingWords(input),
    remarks: empty
      ? []
      : report.remarks.map((remark) => ({ weight: remark.weight, words: remarkWords(remark, labels, t) })),
    reliability: empty ? null : numbering.table(reliabilityTable(input)),
    paths:
      empty || !hasPaths
        ? null
        : numbering.figure(
            'paths',
            pathsTitle(input),
            pathsSvg(input, 'page'),
            [t('statistics:paths-note', { conditions, cases: casesWords(input, report.hypotheses) })],
            hypothesisTable(input),
          ),
    verdicts: empty || !hasPaths ? '' : verdictLine(input),
    modelHref: to.tab('model'),
  };
}

export function verdictLine({ t, report }: StatisticsInput): string {
  const separator = t.locale.direction === 'rtl' ? '، ' : ', ';
  const verdictWords = (hypothesis: HypothesisReport) =>
    isNotEstimable(hypothesis.estimate)
      ? t('statistics:verdict-untested')
      : t(`statistics:verdict-${hypothesis.verdict}`);
  const parts = [...new Set(report.hypotheses.map(verdictWords))].map((words) => {
    const paths = report.hypotheses.filter((hypothesis) => verdictWords(hypothesis) === words);
    return `${words}: ${paths.map(({ path }) => `\u2066${path}\u2069`).join(separator)}`;
  });
  return t('statistics:verdicts-line', { parts: parts.join(t.locale.direction === 'rtl' ? '؛ ' : '; ') });
}

function factsOf({ t, report }: StatisticsInput): OverviewView['facts'] {
  const { started, finished, inAnalysis, byMode } = report.respondents;
  const count = (value: number) => formatNumber(value, 0, t.locale);
  const share = started > 0 ? formatPercent(finished / started, 0, t.locale) : '';
  const modes = (['web', 'imported', 'simulated'] as const).filter((mode) => byMode[mode] > 0);
  return [
    { name: t('statistics:fact-started'), value: count(started), note: '' },
    { name: t('statistics:fact-finished'), value: count(finished), note: share },
    { name: t('statistics:fact-in-analysis'), value: count(inAnalysis), note: '' },
    { name: t('statistics:fact-left-out'), value: count(started - inAnalysis), note: '' },
    ...modes.map((mode) => ({ name: t(`statistics:fact-${mode}`), value: count(byMode[mode]), note: '' })),
  ];
}

function bannersOf({ t, study, version, report, options }: StatisticsInput): OverviewView['banners'] {
  const { byMode, inAnalysis } = report.respondents;
  const without = (answers: PageOptions['answers']) =>
    statisticsLinks(study.key, version.number, optionsQuery({ ...options, answers })).tab('overview');
  const banners: Array<{ words: string; action: string; href: string }> = [];
  if (byMode.simulated > 0)
    banners.push({
      words:
        byMode.simulated === inAnalysis && inAnalysis > 1
          ? t('statistics:all-simulated')
          : t('statistics:some-simulated', { count: byMode.simulated }),
      action: t('statistics:leave-simulated-out'),
      href: without('without-simulated'),
    });
  if (byMode.imported > 0)
    banners.push({
      words: t('statistics:some-imported', { count: byMode.imported }),
      action: t('statistics:leave-imported-out'),
      href: without('web'),
    });
  return banners;
}
