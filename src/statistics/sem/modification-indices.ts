import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import { leastSquares } from './least-squares.ts';
import type { ModelOperator } from './model-term.ts';
import { modificationCandidates } from './modification-candidates.ts';
import { normalDiscrepancy, sampleBases } from './normal-discrepancy.ts';
import type { Objective } from './optimise.ts';
import { weightedCorrelations } from './ordinal-fit.ts';
import { cellOfRow, fillRam, type RamCell, type RamModel, variablePlaces } from './ram-model.ts';
import type { SemFit } from './sem-fit.ts';
import type { SemSolution } from './sem-solution.ts';
import { standardise } from './standardise.ts';

export interface ModificationIndex {
  readonly lhs: string;
  readonly op: ModelOperator;
  readonly rhs: string;
  readonly group: number;
  /** About how much chi-square would fall if this parameter were free. */
  readonly index: number;
  /** About what its estimate would be, less its present value. */
  readonly change: number;
  readonly changeLv: number | null;
  readonly changeAll: number | null;
}

/**
 * Modification indices (univariate score tests) and expected parameter changes, largest index first:
 * N g² / (I_cc - I_cθ I_θθ⁻¹ I_θc) and -g / (the same), g the gradient of the discrepancy by the candidate and I the
 * expected information, at the estimates of the model.
 * fit      of fitSem
 * returns  candidates whose information is not exhausted by the model's own parameters; equality constraints are kept
 * source   Sörbom 1989, Psychometrika 54, 371-384, doi:10.1007/BF02294623
 * checked  R lavaan modindices(), test/fixtures/r/sem-ml.json, 1e-5
 */
export function modificationIndices(fit: SemFit): Estimate<ModificationIndex[]> {
  const { solution } = fit;
  const { table, ram, model } = solution;
  const candidates = modificationCandidates(model, table);
  const own = ram.freeCount;
  const order = own + candidates.length;
  const parameters = new Float64Array(order);
  parameters.set(solution.parameters);
  candidates.forEach((row, c) => {
    parameters[own + c] = row.value;
  });
  const { gradient, information } = scoreAt(solution, extendedModel(solution, candidates, order), parameters);
  const block = new Float64Array(own * own);
  for (let j = 0; j < own; j++) block.set(information.subarray(j * order, j * order + own), j * own);
  const inverse = invertPositiveDefinite({ rows: own, cols: own, data: block });
  if (isNotEstimable(inverse)) return notEstimable('not-identified', { parameters: own });

  const places = variablePlaces(table);
  const indices: ModificationIndex[] = [];
  candidates.forEach((row, c) => {
    const column = information.subarray((own + c) * order, (own + c + 1) * order);
    const left = residualInformation(column, own + c, inverse.data, own);
    if (left < 6e-6) return;
    const slope = gradient[own + c];
    const change = -slope / left;
    const frame = {
      model: ram,
      cells: ram.groups[row.group],
      implied: solution.implied[row.group],
      symmetric: fillRam(ram, row.group, solution.parameters).s,
      places,
      unitObserved: table.ordinal,
    };
    const { lhs, op, rhs, group } = row;
    indices.push({
      lhs,
      op,
      rhs,
      group,
      index: (fit.n * slope * slope) / left,
      change,
      changeLv: standardise(frame, row, change, 'lv')?.value ?? null,
      changeAll: standardise(frame, row, change, 'all')?.value ?? null,
    });
  });
  return indices.sort((a, b) => b.index - a.index);
}

/** I_cc - I_cθ I_θθ⁻¹ I_θc. */
function residualInformation(column: Float64Array, at: number, inverse: Float64Array, own: number): number {
  let explained = 0;
  for (let j = 0; j < own; j++)
    if (column[j] !== 0)
      for (let i = 0; i < own; i++) explained += column[i] * inverse[j * own + i] * column[j];
  return column[at] - explained;
}

/** The model with the candidates as further free parameters; a candidate takes the place of its fixed cell. */
function extendedModel(
  { table, ram }: SemSolution,
  candidates: ReturnType<typeof modificationCandidates>,
  order: number,
): RamModel {
  const places = variablePlaces(table);
  const groups = ram.groups.map((cells, group) => {
    const added: RamCell[] = [];
    const replaced = new Set<string>();
    candidates.forEach((row, c) => {
      if (row.group !== group) return;
      const cell = { ...cellOfRow({ ...table, rows: [row] }, 0, places)!, free: ram.freeCount + c };
      added.push(cell);
      replaced.add(`${cell.kind} ${cell.row} ${cell.col}`);
    });
    const kept = cells.filter(
      ({ kind, row, col, free }) => free >= 0 || !replaced.has(`${kind} ${row} ${col}`),
    );
    return [...kept, ...added];
  });
  return { ...ram, freeCount: order, groups };
}

function scoreAt(solution: SemSolution, extended: RamModel, parameters: Float64Array): Objective {
  const { sample, ordinal } = solution;
  const bases = sampleBases(extended);
  if (ordinal !== undefined)
    return leastSquares(extended, bases, weightedCorrelations(ordinal), parameters, 'expected')!;
  if (sample === null) throw new RangeError('modificationIndices requires a fit of fitSem');
  return normalDiscrepancy(extended, bases, sample, parameters, 'expected')!;
}
