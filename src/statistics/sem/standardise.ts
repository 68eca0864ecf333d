import type { ImpliedMoments } from './implied-moments.ts';
import type { ParameterRow } from './parameter-table.ts';
import { INTERCEPT, PATH, type RamCell, type RamModel } from './ram-model.ts';

/** A standardised parameter and its derivatives by the free parameters. */
export interface Standardised {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Everything standardisation reads, of one group. */
export interface StandardisationFrame {
  readonly model: RamModel;
  readonly cells: readonly RamCell[];
  readonly implied: ImpliedMoments;
  /** S, size × size. */
  readonly symmetric: Float64Array;
  readonly places: ReadonlyMap<string, number>;
  /** Observed variables are latent responses of unit variance (ordinal items). */
  readonly unitObserved: boolean;
}

/**
 * A parameter in standard-deviation units: of the factors ('lv'), or of all variables ('all'). Covariances are
 * divided by the standard deviations of what covaries, residual ones if residuals do; variances by the total.
 * returns  null when a variance it needs is not positive
 * source   Bollen 1989, Structural Equations with Latent Variables, 124 ff.; as lavaan standardizedSolution()
 * checked  R lavaan standardizedSolution(), values and delta-method SE, test/fixtures/r/sem-ml.json, 1e-5
 */
export function standardise(
  frame: StandardisationFrame,
  row: ParameterRow,
  estimate: number,
  scope: 'lv' | 'all',
): Standardised | null {
  const { model, places } = frame;
  const left = places.get(row.lhs)!;
  const right = row.op === '=~' || row.op === '~' || row.op === '~~' ? places.get(row.rhs)! : left;
  const counts = (place: number) => scope === 'all' || place >= model.observed;
  const powers: [place: number, isResidual: boolean, power: number][] = [];
  const add = (place: number, isResidual: boolean, power: number) => {
    if (counts(place)) powers.push([place, isResidual, power]);
  };
  if (row.op === '=~') {
    add(left, false, 0.5);
    add(right, false, -0.5);
  } else if (row.op === '~') {
    add(left, false, -0.5);
    add(right, false, 0.5);
  } else if (row.op === '~~' && left === right) add(left, false, -1);
  else if (row.op === '~~') {
    add(left, true, -0.5);
    add(right, true, -0.5);
  } else add(left, false, -0.5);

  const gradient = new Float64Array(model.freeCount);
  let scale = 1;
  for (const [place, isResidual, power] of powers) {
    const variance = varianceOf(frame, place, isResidual);
    if (!(variance > 0)) return null;
    scale *= variance ** power;
    addVarianceGradient(frame, place, isResidual, power / variance, gradient);
  }
  for (let k = 0; k < gradient.length; k++) gradient[k] *= estimate * scale;
  if (row.free >= 0) gradient[row.free] += scale;
  return { value: estimate * scale, gradient };
}

function isUnit(frame: StandardisationFrame, place: number): boolean {
  return frame.unitObserved && place < frame.model.observed;
}

function varianceOf(frame: StandardisationFrame, place: number, isResidual: boolean): number {
  const at = place * frame.model.size + place;
  if (!isUnit(frame, place)) return isResidual ? frame.symmetric[at] : frame.implied.covariance[at];
  return isResidual ? 1 - frame.implied.covariance[at] : 1;
}

/** dΩ_aa = 2 E_ai Ω_ja for a path i ← j, and E_ai E_aj for a covariance, twice when i ≠ j. */
function addVarianceGradient(
  frame: StandardisationFrame,
  place: number,
  isResidual: boolean,
  weight: number,
  gradient: Float64Array,
): void {
  const { model, cells, implied } = frame;
  const size = model.size;
  const unit = isUnit(frame, place);
  if (unit && !isResidual) return;
  for (const { kind, row, col, free } of cells) {
    if (free < 0 || kind === INTERCEPT) continue;
    if (isResidual && !unit) {
      if (kind !== PATH && row === place && col === place) gradient[free] += weight;
      continue;
    }
    const from = implied.effects[row * size + place];
    const change =
      kind === PATH
        ? 2 * from * implied.covariance[col * size + place]
        : (row === col ? 1 : 2) * from * implied.effects[col * size + place];
    gradient[free] += (unit ? -weight : weight) * change;
  }
}
