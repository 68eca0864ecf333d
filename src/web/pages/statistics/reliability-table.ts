import type { ConstructReport } from '../../../analysis/construct-report.ts';
import type { ResultTable, TableRow } from './result-table.ts';
import type { StatisticsInput } from './statistics-input.ts';
import { countCell, TableCells, wordsCell } from './table-cells.ts';

export function reliabilityTable(input: StatisticsInput): ResultTable {
  const { t, report, labels, conditions, options } = input;
  const cells = new TableCells(t);
  const pairwise = options.analysis.missing === 'pairwise';
  const row = ({ construct, items, reliability, score }: ConstructReport): TableRow => ({
    kind: 'cells',
    cells: [
      wordsCell('', construct),
      wordsCell(labels.construct(construct)),
      countCell(items, t),
      reliability ? countCell(reliability.n, t) : countCell(score.n, t),
      cells.number(score.mean),
      cells.number(score.standardDeviation),
      reliability
        ? cells.bounded(reliability.alpha)
        : { ...wordsCell(t('statistics:formative'), ''), csv: [null] },
      ...(pairwise ? [] : [cells.interval(reliability ? reliability.intervalAdf : null)]),
      cells.interval(reliability ? reliability.intervalFeldt : null),
      cells.bounded(reliability ? reliability.standardizedAlpha : null),
      cells.bounded(reliability ? reliability.meanInterItem : null),
    ],
  });
  const rows = report.constructs.map(row);
  return {
    id: 'reliability',
    style: 'apa',
    title: t('statistics:reliability-title'),
    columns: [
      { head: null, csv: ['construct'] },
      { head: t('statistics:head-construct'), csv: ['label'], words: true },
      { head: t('statistics:head-items'), csv: ['items'] },
      { head: t('statistics:head-n'), csv: ['n'], symbol: true },
      { head: t('statistics:head-mean'), csv: ['mean'], symbol: true },
      { head: t('statistics:head-sd'), csv: ['sd'], symbol: true },
      { head: t('statistics:head-alpha'), csv: ['alpha'], symbol: true },
      ...(pairwise ? [] : [{ head: t('statistics:head-ci'), csv: ['alpha_adf_lower', 'alpha_adf_upper'] }]),
      { head: t('statistics:head-ci-feldt'), csv: ['alpha_feldt_lower', 'alpha_feldt_upper'] },
      { head: t('statistics:head-standardized-alpha'), csv: ['alpha_standardized'] },
      { head: t('statistics:head-mean-inter-item'), csv: ['mean_inter_item_r'] },
    ],
    rows,
    notes: [
      t(pairwise ? 'statistics:reliability-note-pairwise' : 'statistics:reliability-note', { conditions }),
      ...cells.footnotes(),
    ],
  };
}
