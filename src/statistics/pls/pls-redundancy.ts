import type { PlsFit } from './fit-pls.ts';
import type { PlsModel } from './pls-model.ts';

export interface PlsRedundancy {
  readonly construct: number;
  /** Mean squared loading of the construct's indicators. */
  readonly communality: number;
  /** Communality times R²: share of the indicators' variance that the predecessors explain. */
  readonly redundancy: number;
}

/**
 * Communality and redundancy of every construct that paths lead to. For the redundancy analysis of a formative construct
 * (its convergent validity) fit the model formative → one global item and read the path: 0.70 or more is asked for.
 *
 * source     Lohmöller 1989, ch. 2; Chin 1998; Hair et al. 2022, ch. 5
 * checked    an own PLS in R, test/fixtures/r/pls.json, 1e-6
 */
export function plsRedundancy(model: PlsModel, fit: PlsFit): PlsRedundancy[] {
  return model.blocks.flatMap(({ indicators }, construct) => {
    const r2 = fit.rSquared[construct];
    if (r2 === undefined) return [];
    const communality = indicators.reduce((sum, i) => sum + fit.loadings[i] ** 2, 0) / indicators.length;
    return [{ construct, communality, redundancy: communality * r2 }];
  });
}
