import { exploreOf } from '../../../actions/explore-answers.ts';
import { textIn } from '../../../domain/localized-text.ts';
import { formatNumber, formatPercent } from '../../../i18n/format-number.ts';
import { isNotEstimable } from '../../../statistics/not-estimable.ts';
import { likertColours } from '../../figures/likert-colours.ts';
import {
  type ExploreTableInput,
  exploreTable,
  exploreTitle,
  groupLabel,
  optionLabels,
  shownGroups,
} from './explore-table.ts';
import type { StatisticsFrame } from './frame.view.ts';
import type { TableView } from './result.view.ts';
import { roundedTo, signed } from './table-cells.ts';

/** What src/client/explore.entry.ts draws: the numbers of the table, and how they are printed. */
export interface ChartData {
  readonly kind: 'means' | 'shares';
  readonly rightToLeft: boolean;
  readonly groups: readonly string[];
  /** Ends of the value axis. */
  readonly minimum: number;
  readonly maximum: number;
  readonly series: ReadonlyArray<{
    readonly label: string;
    readonly colour: string;
    /** Null where there is no value. */
    readonly values: readonly (number | null)[];
    readonly shown: readonly string[];
  }>;
  /** Of the means: ends of their intervals. */
  readonly intervals: readonly (readonly [number, number] | null)[];
  /** Digits of the value axis, 0 … 9. */
  readonly digits: string;
  readonly valueTitle: string;
}

export interface ExploreView {
  readonly frame: StatisticsFrame;
  readonly nothing: string;
  readonly ofGroups: ReadonlyArray<{ label: string; choices: readonly ExploreOption[] }>;
  readonly byGroups: ReadonlyArray<{ label: string; choices: readonly ExploreOption[] }>;
  readonly chart: ChartData | null;
  readonly chartLabel: string;
  readonly result: TableView;
}

interface ExploreOption {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export function exploreView(
  input: ExploreTableInput,
  frame: StatisticsFrame,
  nothing: string,
  csvHref: string,
): ExploreView {
  const { t } = input;
  const title = exploreTitle(input);
  const table = exploreTable(input);
  const hasValue = input.report.groups.some(({ n }) => n > 0);
  return {
    frame,
    nothing,
    ...choicesOf(input),
    chart: hasValue ? chartOf(input) : null,
    chartLabel: t('statistics:chart-label', { title }),
    result: { id: 'table-explore', number: t('statistics:table', { number: 1 }), table, csvHref },
  };
}

function choicesOf({
  t,
  study,
  labels,
  choice,
}: ExploreTableInput): Pick<ExploreView, 'ofGroups' | 'byGroups'> {
  const chosen = exploreOf(choice.of);
  const by = typeof choice.by === 'string' ? choice.by : `q.${choice.by.question}`;
  const shorten = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
  return {
    ofGroups: [
      {
        label: t('statistics:explore-constructs'),
        choices: study.constructs.map(({ key }) => {
          const value = exploreOf({ construct: key });
          return { value, label: shorten(labels.construct(key)), chosen: value === chosen };
        }),
      },
      {
        label: t('statistics:explore-items'),
        choices: study.items.map(({ key }) => {
          const value = exploreOf({ item: key });
          return { value, label: shorten(`${key}: ${labels.item(key)}`), chosen: value === chosen };
        }),
      },
    ],
    byGroups: [
      {
        label: t('statistics:by-questions'),
        choices: (study.questions ?? []).map(({ key, text }) => ({
          value: `q.${key}`,
          label: shorten(textIn(text, t.locale.language, ...study.languages) || key),
          chosen: by === `q.${key}`,
        })),
      },
      {
        label: t('statistics:analysis'),
        choices: (['language', 'mode', 'nothing'] as const).map((value) => ({
          value,
          label: t(`statistics:by-${value}`),
          chosen: by === value,
        })),
      },
    ],
  };
}

function chartOf(input: ExploreTableInput): ChartData {
  const { t, report, study, choice } = input;
  const groups = shownGroups(report);
  const common = {
    rightToLeft: t.locale.direction === 'rtl',
    groups: groups.map((group) => groupLabel(input, group)),
    digits: t.locale.digits,
  };
  if (report.kind === 'item') {
    const colours = likertColours(report.codes.length);
    return {
      ...common,
      kind: 'shares',
      minimum: 0,
      maximum: 100,
      valueTitle: t.locale.percent,
      intervals: [],
      series: optionLabels(input).map((label, option) => {
        const shares = groups.map(({ n, counts }) => (n === 0 ? null : counts[option]! / n));
        return {
          label,
          colour: colours[option]!,
          values: shares.map((share) => (share === null ? null : roundedTo(share * 100, 1))),
          shown: shares.map((share) => (share === null ? '–' : formatPercent(share, 1, t.locale))),
        };
      }),
    };
  }
  const { of } = choice;
  const scaleKey = 'item' in of ? undefined : study.constructs.find(({ key }) => key === of.construct)?.scale;
  const values = study.scales.find(({ key }) => key === scaleKey)?.options.map(({ value }) => value) ?? [
    0, 1,
  ];
  const format = (value: number) => signed(formatNumber(value, 2, t.locale));
  return {
    ...common,
    kind: 'means',
    minimum: Math.min(...values),
    maximum: Math.max(...values),
    valueTitle: t('statistics:head-mean'),
    intervals: groups.map(({ interval }) =>
      isNotEstimable(interval)
        ? null
        : ([roundedTo(interval.lower, 2), roundedTo(interval.upper, 2)] as const),
    ),
    series: [
      {
        label: t('statistics:head-mean'),
        colour: '#1c5896',
        values: groups.map(({ mean }) => (isNotEstimable(mean) ? null : roundedTo(mean, 2))),
        shown: groups.map(({ mean, interval }) => {
          if (isNotEstimable(mean)) return '–';
          return isNotEstimable(interval)
            ? format(mean)
            : `${format(mean)} [${format(interval.lower)}, ${format(interval.upper)}]`;
        }),
      },
    ],
  };
}
