import { type StatisticsFrame, statisticsFrame } from './frame.view.ts';
import { hypothesisTable } from './hypothesis-table.ts';
import { nothingWords } from './items.view.ts';
import { verdictLine } from './overview.view.ts';
import { pathsSvg, pathsTitle } from './paths.view.ts';
import { type FigureView, Numbering, type TableView } from './result.view.ts';
import { casesWords, type StatisticsInput } from './statistics-input.ts';

export interface ModelView {
  readonly frame: StatisticsFrame;
  readonly nothing: string;
  readonly verdicts: string;
  readonly hypotheses: TableView | null;
  readonly paths: FigureView | null;
}

export function modelView(input: StatisticsInput): ModelView {
  const { t, report, conditions } = input;
  const frame = statisticsFrame(input);
  const nothing = report.hypotheses.length === 0 ? t('statistics:no-paths') : nothingWords(input);
  if (nothing !== '') return { frame, nothing, verdicts: '', hypotheses: null, paths: null };
  const numbering = new Numbering(input);
  const table = hypothesisTable(input);
  const note = t('statistics:paths-note', { conditions, cases: casesWords(input, report.hypotheses) });
  return {
    frame,
    nothing,
    verdicts: verdictLine(input),
    hypotheses: numbering.table(table),
    paths: numbering.figure('paths', pathsTitle(input), pathsSvg(input, 'page'), [note], table),
  };
}
