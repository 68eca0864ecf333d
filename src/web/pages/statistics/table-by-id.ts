import { matrixTable, pairsTable } from './correlation-tables.ts';
import { hypothesisTable } from './hypothesis-table.ts';
import { itemsTable } from './items-table.ts';
import { likertTable, usedScales } from './likert.view.ts';
import { reliabilityTable } from './reliability-table.ts';
import type { ResultTable } from './result-table.ts';
import type { StatisticsInput } from './statistics-input.ts';

/** Every table of the pages by the name in its address; the tables of the Explore page depend on more and stand apart. */
export function tableBuilders(input: StatisticsInput): ReadonlyMap<string, () => ResultTable> {
  return new Map<string, () => ResultTable>([
    ['reliability', () => reliabilityTable(input)],
    ['items', () => itemsTable(input)],
    ...usedScales(input).map((scale): [string, () => ResultTable] => [
      `likert-${scale.key}`,
      () => likertTable(input, scale),
    ]),
    ['correlation-matrix', () => matrixTable(input)],
    ['correlations', () => pairsTable(input, 'constructs')],
    ['role-correlations', () => pairsTable(input, 'roles')],
    ['hypotheses', () => hypothesisTable(input)],
  ]);
}
