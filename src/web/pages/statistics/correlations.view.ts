import { matrixTable, pairsTable } from './correlation-tables.ts';
import { type StatisticsFrame, statisticsFrame } from './frame.view.ts';
import { nothingWords } from './items.view.ts';
import { Numbering, type TableView } from './result.view.ts';
import type { StatisticsInput } from './statistics-input.ts';

export interface CorrelationsView {
  readonly frame: StatisticsFrame;
  readonly nothing: string;
  readonly tables: readonly TableView[];
}

export function correlationsView(input: StatisticsInput): CorrelationsView {
  const { t, report } = input;
  const numbering = new Numbering(input);
  const frame = statisticsFrame(input);
  const nothing = nothingWords(input);
  if (nothing !== '') return { frame, nothing, tables: [] };
  if (report.correlations.keys.length < 2)
    return { frame, nothing: t('statistics:too-few-constructs'), tables: [] };
  const roles =
    report.roleCorrelations.keys.length > 1 &&
    report.roleCorrelations.keys.length < report.correlations.keys.length;
  return {
    frame,
    nothing,
    tables: [
      numbering.table(matrixTable(input)),
      numbering.table(pairsTable(input, 'constructs')),
      ...(roles ? [numbering.table(pairsTable(input, 'roles'))] : []),
    ],
  };
}
