import type { ImpliedMoments } from './implied-moments.ts';
import type { SemModel } from './model-term.ts';
import type { OrdinalSample } from './ordinal-sample.ts';
import type { ParameterTable } from './parameter-table.ts';
import type { RamModel } from './ram-model.ts';
import type { SemSample } from './sem-sample.ts';

/** A fitted model in the form computations need. */
export interface SemSolution {
  readonly model: SemModel;
  readonly table: ParameterTable;
  readonly ram: RamModel;
  readonly parameters: Float64Array;
  readonly implied: readonly ImpliedMoments[];
  /** The data behind a normal-theory fit; null for ordinal items. */
  readonly sample: SemSample | null;
  /** The data behind a WLSMV fit; absent for normal theory. */
  readonly ordinal?: OrdinalSample;
}
