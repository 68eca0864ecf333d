import type { CorrelationEstimate } from '../../../analysis/correlate-scores.ts';
import type { CorrelationPair, CorrelationReport } from '../../../analysis/correlation-report.ts';
import { type Estimate, isNotEstimable } from '../../../statistics/not-estimable.ts';
import type { ResultTable, TableCell, TableRow } from './result-table.ts';
import { casesWords, type StatisticsInput } from './statistics-input.ts';
import { countCell, TableCells, wordsCell } from './table-cells.ts';

const empty: TableCell = { text: '', mark: '', csv: [null], tone: 'empty' };

/** Lower triangle with alpha on the diagonal, coloured by class: the heat map is a table. */
export function matrixTable(input: StatisticsInput): ResultTable {
  const { t, report, labels, conditions } = input;
  const { keys, pairs } = report.correlations;
  const cells = new TableCells(t);
  const pairOf = new Map(pairs.map((pair) => [`${pair.first} ${pair.second}`, pair]));
  const alphaOf = (key: string): TableCell => {
    const reliability = report.constructs.find(({ construct }) => construct === key)?.reliability;
    const cell = cells.bounded(reliability ? reliability.alpha : null);
    return { ...cell, text: `(${cell.text})`, tone: 'diagonal' };
  };
  const rows = keys.map(
    (row, i): TableRow => ({
      kind: 'cells',
      cells: [
        wordsCell('', row),
        wordsCell(
          t('statistics:matrix-number', { number: i + 1, label: labels.construct(row) }),
          labels.construct(row),
        ),
        ...keys.map((column, j): TableCell => {
          if (j > i) return empty;
          if (i === j) return alphaOf(row);
          return heatCell(cells, pairOf.get(`${column} ${row}`)!.pearson);
        }),
      ],
    }),
  );
  return {
    id: 'correlation-matrix',
    style: 'heat',
    title: t('statistics:matrix-title'),
    columns: [
      { head: null, csv: ['construct'] },
      { head: t('statistics:head-construct'), csv: ['label'], words: true },
      ...keys.map((key, index) => ({
        head: countCell(index + 1, t).text,
        full: labels.construct(key),
        csv: [key],
      })),
    ],
    rows,
    notes: [
      t('statistics:matrix-note', { conditions, cases: casesWords(input, pairs) }),
      ...cells.footnotes(),
    ],
  };
}

function heatCell(cells: TableCells, pearson: Estimate<CorrelationEstimate>): TableCell {
  if (isNotEstimable(pearson)) return { ...cells.bounded(pearson), tone: 'r0' };
  const cell = cells.bounded(pearson.value);
  const { p } = pearson;
  const stars = isNotEstimable(p) ? '' : p < 0.001 ? '***' : p < 0.01 ? '**' : p < 0.05 ? '*' : '';
  return { ...cell, text: cell.text + stars, tone: heatTone(pearson.value) };
}

/** Five steps on each side of 0, symmetric. */
export function heatTone(r: number): string {
  const size = Math.abs(r);
  const step = size < 0.1 ? 0 : size < 0.25 ? 1 : size < 0.4 ? 2 : size < 0.55 ? 3 : size < 0.7 ? 4 : 5;
  return step === 0 ? 'r0' : `${r > 0 ? 'p' : 'n'}${step}`;
}

export function pairsTable(input: StatisticsInput, of: 'constructs' | 'roles'): ResultTable {
  const { t, report, labels, conditions } = input;
  const source: CorrelationReport = of === 'roles' ? report.roleCorrelations : report.correlations;
  const cells = new TableCells(t);
  const row = ({ first, second, n, pearson, spearman }: CorrelationPair): TableRow => ({
    kind: 'cells',
    cells: [
      wordsCell('', second),
      { text: labels.end(first), mark: '', csv: [first] },
      countCell(n, t),
      ...estimateCells(cells, pearson),
      ...estimateCells(cells, spearman),
    ],
  });
  const roles = of === 'roles' ? [t('statistics:roles-note')] : [];
  return {
    id: of === 'roles' ? 'role-correlations' : 'correlations',
    style: 'apa',
    title: t(of === 'roles' ? 'statistics:pairs-title-roles' : 'statistics:pairs-title'),
    columns: [
      { head: null, csv: ['second'] },
      { head: t('statistics:head-with'), csv: ['first'], words: true },
      { head: t('statistics:head-n'), csv: ['n'], symbol: true },
      { head: t('statistics:head-r'), csv: ['r'], symbol: true },
      { head: t('statistics:head-ci'), csv: ['r_lower', 'r_upper'] },
      { head: t('statistics:head-p'), csv: ['r_p'], symbol: true },
      { head: t('statistics:head-rho'), csv: ['rho'], symbol: true },
      { head: t('statistics:head-ci'), csv: ['rho_lower', 'rho_upper'] },
      { head: t('statistics:head-p'), csv: ['rho_p'], symbol: true },
    ],
    rows: source.keys
      .slice(1)
      .flatMap((key): TableRow[] => [
        { kind: 'group', label: t('statistics:pairs-of', { construct: labels.end(key) }) },
        ...source.pairs.filter(({ second }) => second === key).map(row),
      ]),
    notes: [[t('statistics:pairs-note', { conditions }), ...roles].join(' '), ...cells.footnotes()],
  };
}

export function estimateCells(cells: TableCells, estimate: Estimate<CorrelationEstimate>): TableCell[] {
  if (isNotEstimable(estimate)) return [cells.bounded(estimate), cells.interval(estimate), cells.p(estimate)];
  return [cells.bounded(estimate.value), cells.interval(estimate.interval), cells.p(estimate.p)];
}
