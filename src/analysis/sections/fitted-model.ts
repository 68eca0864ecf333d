import type { Estimate } from '../../statistics/not-estimable.ts';
import { fitSem } from '../../statistics/sem/fit-sem.ts';
import { parseModel } from '../../statistics/sem/parse-model.ts';
import type { SectionInput } from './section-input.ts';
import type { ModelRequest } from './section-settings.ts';
import { type SemReport, semReport } from './sem-report.ts';

/** A model that somebody wrote, fitted to the keyed answers. */
export interface FittedModel extends ModelRequest {
  readonly conventions: Readonly<Record<string, string>>;
  readonly result: Estimate<SemReport>;
}

/**
 * The observed variables are the item keys and, with `.score` behind the key, the scores of constructs and roles; a '-' in
 * a key is written '_', since the syntax would take it for a minus.
 * Throws RangeError, with the statement, for a model that cannot be read, and for variables that are not there.
 */
export function fittedModel(input: SectionInput, request: ModelRequest): FittedModel {
  const model = parseModel(request.text);
  const { keys, values } = input.allScores;
  const names = [...input.items, ...keys.map((key) => `${key}.score`)].map((name) =>
    name.replaceAll('-', '_'),
  );
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new RangeError(`fittedModel requires names that differ: ${twice} is there twice`);
  const { rows, cols, data } = input.keyed;
  const all = new Float64Array(rows * (cols + values.cols));
  all.set(data);
  all.set(values.data, data.length);
  const { estimator, missing } = request;
  return {
    ...request,
    conventions: { result: estimator === 'WLSMV' ? 'sem-wlsmv' : 'sem' },
    result: semReport(
      fitSem(
        model,
        { names, answers: { rows, cols: cols + values.cols, data: all } },
        { estimator, missing, level: input.options.level },
      ),
    ),
  };
}
