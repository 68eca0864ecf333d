// The bars of one answer scale: the data of the figure and its table.

import { textIn } from '../../../domain/localized-text.ts';
import type { AnswerScale } from '../../../domain/study.ts';
import { formatNumber, formatPercent } from '../../../i18n/format-number.ts';
import { localDigits } from '../../../i18n/locale.ts';
import { isNotEstimable } from '../../../statistics/not-estimable.ts';
import { likertFigure } from '../../figures/likert-figure.ts';
import type { ResultTable, TableRow } from './result-table.ts';
import type { StatisticsInput } from './statistics-input.ts';
import { countCell, TableCells, wordsCell } from './table-cells.ts';

/** The scales that items are answered on, in the order of the study. */
export function usedScales(input: StatisticsInput): readonly AnswerScale[] {
  const measured = new Set(input.study.items.map(({ construct }) => construct));
  const used = new Set(
    input.study.constructs.filter(({ key }) => measured.has(key)).map(({ scale }) => scale),
  );
  return input.study.scales.filter(({ key }) => used.has(key));
}

function titleOf(input: StatisticsInput, scale: AnswerScale): string {
  const { t, study } = input;
  if (usedScales(input).length < 2) return t('statistics:likert-title');
  const label = textIn(scale.label, t.locale.language, ...study.languages) || scale.key;
  return t('statistics:likert-title-scale', { scale: label });
}

function constructsOn(input: StatisticsInput, scale: AnswerScale) {
  return input.study.constructs
    .filter((construct) => construct.scale === scale.key)
    .map((construct) => ({
      construct,
      items: input.report.items.filter((item) => item.construct === construct.key),
    }))
    .filter(({ items }) => items.length > 0);
}

function optionLabels(input: StatisticsInput, scale: AnswerScale): readonly string[] {
  const { t, study } = input;
  return scale.options.map(
    ({ label, value }) => textIn(label, t.locale.language, ...study.languages) || String(value),
  );
}

export function likertSvg(input: StatisticsInput, scale: AnswerScale, use: 'page' | 'file'): string {
  const { t, labels, options } = input;
  const { locale } = t;
  return likertFigure(
    {
      id: `likert-${scale.key}`,
      title: titleOf(input, scale),
      description: t('statistics:likert-description'),
      use,
    },
    {
      mode: options.likert,
      rightToLeft: locale.direction === 'rtl',
      options: optionLabels(input, scale),
      groups: constructsOn(input, scale).map(({ construct, items }) => ({
        label: labels.construct(construct.key),
        rows: items.map((item) => ({
          key: item.item,
          text: labels.item(item.item),
          counts: item.counts.map(({ count }) => count),
          n: formatNumber(item.n, 0, locale),
          mean: isNotEstimable(item.meanAsAsked) ? '–' : formatNumber(item.meanAsAsked, 2, locale),
        })),
      })),
      words: {
        item: t('statistics:head-item'),
        n: t('statistics:head-n'),
        mean: t('statistics:head-mean'),
        noAnswers: t('statistics:likert-no-answers'),
        neutral: t('statistics:likert-neutral'),
      },
      share: (share) => localDigits(String(Math.round(share * 100)), locale),
      percent: (share) => formatPercent(share, 0, locale),
    },
  );
}

export function likertTable(input: StatisticsInput, scale: AnswerScale): ResultTable {
  const { t, labels, conditions, options } = input;
  const cells = new TableCells(t);
  const names = optionLabels(input, scale);
  const rows = constructsOn(input, scale).flatMap(({ construct, items }): TableRow[] => [
    { kind: 'group', label: labels.construct(construct.key) },
    ...items.map(
      (item): TableRow => ({
        kind: 'cells',
        cells: [
          wordsCell('', construct.key),
          { text: item.item, mark: '', csv: [item.item], key: true },
          wordsCell('', labels.item(item.item)),
          countCell(item.n, t),
          ...item.counts.map(({ count }) => {
            const share = cells.percent(item.n === 0 ? null : count / item.n, 1);
            const number = countCell(count, t);
            return {
              text: item.n === 0 ? number.text : `${number.text} (${share.text})`,
              mark: '',
              csv: [count, ...share.csv],
            };
          }),
          cells.number(item.meanAsAsked),
        ],
      }),
    ),
  ]);
  const mode = options.likert === 'full' ? null : (`statistics:likert-note-${options.likert}` as const);
  const hasMiddle = scale.options.length % 2 === 1;
  return {
    id: `likert-${scale.key}`,
    style: 'apa',
    title: titleOf(input, scale),
    columns: [
      { head: null, csv: ['construct'] },
      { head: t('statistics:head-item'), csv: ['item'], words: true },
      { head: null, csv: ['text'] },
      { head: t('statistics:head-n'), csv: ['n'], symbol: true },
      ...scale.options.map(({ value }, index) => ({
        head: names[index]!,
        csv: [`count_${value}`, `percent_${value}`],
      })),
      { head: t('statistics:head-mean'), csv: ['mean_as_asked'], symbol: true },
    ],
    rows,
    notes: [
      [t('statistics:likert-note', { conditions }), mode && hasMiddle ? t(mode) : ''].join(' ').trim(),
      ...cells.footnotes(),
    ],
  };
}
