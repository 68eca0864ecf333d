import type { HypothesisReport } from '../../../analysis/hypothesis-report.ts';
import type { Verdict } from '../../../analysis/verdict.ts';
import { isNotEstimable } from '../../../statistics/not-estimable.ts';
import { estimateCells } from './correlation-tables.ts';
import type { ResultTable, TableRow } from './result-table.ts';
import type { StatisticsInput } from './statistics-input.ts';
import { countCell, TableCells, wordsCell } from './table-cells.ts';

const tones: Readonly<Record<Verdict, string>> = {
  consistent: 'good',
  'not-consistent': 'bad',
  undecided: 'open',
};

/** Words in the file: a cell that begins with + or − is a formula to a spreadsheet. */
const signNames = { '+': 'positive', '-': 'negative', '?': 'open' } as const;

export function hypothesisTable(input: StatisticsInput): ResultTable {
  const { t, report, conditions } = input;
  const cells = new TableCells(t);
  const row = (hypothesis: HypothesisReport): TableRow => {
    const sign = { '+': '+', '-': '−', '?': t.locale.direction === 'rtl' ? '؟' : '?' }[hypothesis.expected];
    return {
      kind: 'cells',
      cells: [
        { ...wordsCell(hypothesis.path), key: true },
        wordsCell('', hypothesis.kind),
        wordsCell('', hypothesis.from),
        wordsCell('', hypothesis.to),
        wordsCell('', hypothesis.moderates ?? ''),
        { text: relationWords(input, hypothesis), mark: hypothesis.overlap ? '†' : '', csv: [] },
        { text: sign, mark: '', csv: [signNames[hypothesis.expected]] },
        countCell(hypothesis.n, t),
        ...estimateCells(cells, hypothesis.estimate),
        {
          // Undecided by an interval and not looked at by anybody are two things to a reader.
          text: isNotEstimable(hypothesis.estimate)
            ? t('statistics:verdict-untested')
            : t(`statistics:verdict-${hypothesis.verdict}`),
          mark: '',
          csv: [hypothesis.verdict],
          tone: tones[hypothesis.verdict],
        },
      ],
    };
  };
  const overlap = report.hypotheses.some((hypothesis) => hypothesis.overlap);
  return {
    id: 'hypotheses',
    style: 'apa',
    title: t('statistics:hypotheses-title'),
    columns: [
      { head: t('statistics:head-path'), csv: ['path'], words: true },
      { head: null, csv: ['kind'] },
      { head: null, csv: ['from'] },
      { head: null, csv: ['to'] },
      { head: null, csv: ['moderates'] },
      { head: t('statistics:head-relation'), csv: [], words: true },
      { head: t('statistics:head-sign'), csv: ['expected'] },
      { head: t('statistics:head-n'), csv: ['n'], symbol: true },
      { head: t('statistics:head-estimate'), csv: ['estimate'], symbol: true },
      { head: t('statistics:head-ci'), csv: ['lower', 'upper'] },
      { head: t('statistics:head-p'), csv: ['p'], symbol: true },
      { head: t('statistics:head-verdict'), csv: ['verdict'], words: true },
    ],
    rows: report.hypotheses.map(row),
    notes: [
      t('statistics:hypotheses-note', { conditions }),
      ...(overlap ? [`† ${t('statistics:overlap')}`] : []),
      ...cells.footnotes(),
    ],
  };
}

function relationWords({ t, labels, report }: StatisticsInput, hypothesis: HypothesisReport): string {
  const direct = report.hypotheses.find(({ path }) => path === hypothesis.moderates);
  if (!direct)
    return t('statistics:relation-direct', {
      from: labels.end(hypothesis.from),
      to: labels.end(hypothesis.to),
    });
  return t('statistics:relation-moderates', {
    moderator: labels.end(hypothesis.from),
    from: labels.end(direct.from),
    to: labels.end(direct.to),
  });
}
