import type { ItemReport } from '../../../analysis/item-report.ts';
import type { ResultTable, TableRow } from './result-table.ts';
import type { StatisticsInput } from './statistics-input.ts';
import { countCell, TableCells, wordsCell } from './table-cells.ts';

export function itemsTable(input: StatisticsInput): ResultTable {
  const { t, study, report, labels, conditions } = input;
  const cells = new TableCells(t);
  const row = (item: ItemReport): TableRow => ({
    kind: 'cells',
    cells: [
      wordsCell('', item.construct),
      { text: item.reverse ? `${item.item} ↺` : item.item, mark: '', csv: [item.item], key: true },
      wordsCell(labels.item(item.item)),
      { text: '', mark: '', csv: [item.reverse ? 1 : 0] },
      countCell(item.n, t),
      countCell(item.missing.skipped, t),
      countCell(item.missing.noAnswer, t),
      countCell(item.missing.notReached, t),
      cells.number(item.mean),
      cells.number(item.standardDeviation),
      cells.number(item.skewness),
      cells.number(item.kurtosis),
      { ...cells.bounded(item.itemRest), ...(item.suspectedReverse ? { tone: 'flag' } : {}) },
      cells.bounded(item.alphaIfDropped),
    ],
  });
  const rows = study.constructs.flatMap((construct): TableRow[] => {
    const items = report.items.filter((item) => item.construct === construct.key);
    if (items.length === 0) return [];
    return [{ kind: 'group', label: labels.construct(construct.key) }, ...items.map(row)];
  });
  const word = (name: 'skipped' | 'no-answer' | 'not-reached') => t(`statistics:head-${name}`);
  return {
    id: 'items',
    style: 'apa',
    title: t('statistics:items-title'),
    columns: [
      { head: null, csv: ['construct'] },
      { head: t('statistics:head-item'), csv: ['item'], words: true },
      { head: t('statistics:head-text'), csv: ['text'], words: true },
      { head: null, csv: ['reverse'] },
      { head: t('statistics:head-n'), csv: ['n'], symbol: true },
      { head: word('skipped'), csv: ['skipped'] },
      { head: word('no-answer'), csv: ['no_answer'] },
      { head: word('not-reached'), csv: ['not_reached'] },
      { head: t('statistics:head-mean'), csv: ['mean'], symbol: true },
      { head: t('statistics:head-sd'), csv: ['sd'], symbol: true },
      { head: t('statistics:head-skewness'), csv: ['skewness'] },
      { head: t('statistics:head-kurtosis'), csv: ['kurtosis'] },
      { head: t('statistics:head-item-rest'), csv: ['item_rest_r'] },
      { head: t('statistics:head-alpha-if-dropped'), csv: ['alpha_if_dropped'] },
    ],
    rows,
    notes: [t('statistics:items-note', { conditions }), ...cells.footnotes()],
  };
}
