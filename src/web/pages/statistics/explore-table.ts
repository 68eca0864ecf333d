import type { ExploreChoice, ExploreGroup, ExploreReport } from '../../../analysis/explore.ts';
import { textIn } from '../../../domain/localized-text.ts';
import type { Study } from '../../../domain/study.ts';
import type { SubmissionMode } from '../../../domain/submission.ts';
import { scaleOfItem } from '../../../domain/version.ts';
import { localeOf } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { Labels } from './labels.ts';
import type { ResultTable, TableRow } from './result-table.ts';
import { countCell, TableCells, wordsCell } from './table-cells.ts';

export interface ExploreTableInput {
  readonly t: Translator;
  readonly study: Study;
  readonly labels: Labels;
  readonly conditions: string;
  readonly choice: ExploreChoice;
  readonly report: ExploreReport;
}

export function exploreTable(input: ExploreTableInput): ResultTable {
  const { t, choice, report, conditions } = input;
  const cells = new TableCells(t);
  const options = optionLabels(input);
  const isItem = report.kind === 'item';
  const rows = shownGroups(report).map(
    (group): TableRow => ({
      kind: 'cells',
      cells: [
        wordsCell('', String(group.value ?? '')),
        wordsCell(groupLabel(input, group)),
        countCell(group.n, t),
        countCell(group.missing, t),
        ...group.counts.map((count) => {
          const share = cells.percent(group.n === 0 ? null : count / group.n, 1);
          const number = countCell(count, t);
          const text = group.n === 0 ? number.text : `${number.text} (${share.text})`;
          return { text, mark: '', csv: [count, ...share.csv] };
        }),
        cells.number(group.mean),
        cells.number(group.standardDeviation),
        cells.interval(group.interval, 'number'),
      ],
    }),
  );
  return {
    id: 'explore',
    style: 'apa',
    title: exploreTitle(input),
    columns: [
      { head: null, csv: ['group'] },
      {
        head: choice.by === 'nothing' ? t('statistics:head-group') : byLabel(input),
        csv: ['label'],
        words: true,
      },
      { head: t('statistics:head-n'), csv: ['n'], symbol: true },
      { head: t('statistics:head-missing'), csv: ['missing'] },
      ...report.codes.map((code, index) => ({
        head: options[index]!,
        csv: [`count_${code}`, `percent_${code}`],
      })),
      { head: t('statistics:head-mean'), csv: ['mean'], symbol: true },
      { head: t('statistics:head-sd'), csv: ['sd'], symbol: true },
      { head: t('statistics:head-ci-mean'), csv: ['mean_lower', 'mean_upper'] },
    ],
    rows,
    notes: [
      t(isItem ? 'statistics:explore-note-item' : 'statistics:explore-note-construct', { conditions }),
      ...cells.footnotes(),
    ],
  };
}

/** Who belongs to no group is shown only where there is somebody. */
export function shownGroups({ groups }: ExploreReport): readonly ExploreGroup[] {
  return groups.length === 1
    ? groups
    : groups.filter(({ value, n, missing }) => value !== null || n + missing > 0);
}

export function exploreTitle(input: ExploreTableInput): string {
  const { t, labels, choice } = input;
  const of =
    'item' in choice.of
      ? `${choice.of.item}: ${labels.item(choice.of.item)}`
      : labels.construct(choice.of.construct);
  return choice.by === 'nothing'
    ? t('statistics:explore-title-all', { of })
    : t('statistics:explore-title', { of, by: byLabel(input) });
}

export function byLabel({ t, study, choice }: Pick<ExploreTableInput, 't' | 'study' | 'choice'>): string {
  if (typeof choice.by === 'string') return t(`statistics:by-${choice.by}`);
  const { question } = choice.by;
  const asked = study.questions?.find(({ key }) => key === question);
  return textIn(asked?.text, t.locale.language, ...study.languages) || question;
}

export function groupLabel(
  { t, study, choice }: Pick<ExploreTableInput, 't' | 'study' | 'choice'>,
  { value }: Pick<ExploreGroup, 'value'>,
): string {
  const { by } = choice;
  if (by === 'nothing') return t('statistics:group-all');
  if (value === null) return t('statistics:group-none');
  if (by === 'mode') return t(`statistics:fact-${value as SubmissionMode}`);
  if (by === 'language') return localeOf(String(value)).name;
  const option = study.questions
    ?.find(({ key }) => key === by.question)
    ?.options.find((candidate) => candidate.value === value);
  return textIn(option?.label, t.locale.language, ...study.languages) || String(value);
}

export function optionLabels({ t, study, choice }: ExploreTableInput): readonly string[] {
  const { of } = choice;
  const item = 'item' in of ? study.items.find(({ key }) => key === of.item) : undefined;
  if (!item) return [];
  return scaleOfItem(study, item).options.map(
    ({ label, value }) => textIn(label, t.locale.language, ...study.languages) || String(value),
  );
}
