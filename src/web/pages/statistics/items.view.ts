import { type StatisticsFrame, statisticsFrame } from './frame.view.ts';
import { itemsTable } from './items-table.ts';
import { likertSvg, likertTable, usedScales } from './likert.view.ts';
import { type FigureView, Numbering, type TableView } from './result.view.ts';
import type { StatisticsInput } from './statistics-input.ts';

export interface ItemsView {
  readonly frame: StatisticsFrame;
  readonly nothing: string;
  readonly likert: readonly FigureView[];
  readonly items: TableView | null;
}

export function itemsView(input: StatisticsInput): ItemsView {
  const numbering = new Numbering(input);
  const { respondents } = input.report;
  const nothing = nothingWords(input);
  if (respondents.inAnalysis === 0)
    return { frame: statisticsFrame(input), nothing, likert: [], items: null };
  return {
    frame: statisticsFrame(input),
    nothing,
    likert: usedScales(input).map((scale) => {
      const table = likertTable(input, scale);
      return numbering.figure(table.id, table.title, likertSvg(input, scale, 'page'), table.notes, table);
    }),
    items: numbering.table(itemsTable(input)),
  };
}

/** Why there is nothing to show; '' when there is. */
export function nothingWords({ t, report }: StatisticsInput): string {
  const { started, inAnalysis } = report.respondents;
  if (inAnalysis > 0) return '';
  return t(started === 0 ? 'statistics:none-yet' : 'statistics:none-left');
}
