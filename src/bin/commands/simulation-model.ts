import { answerSimulator, type SimulationModel } from '../../analysis/simulate-answers.ts';
import type { Study } from '../../domain/study.ts';
import type { StoredAnswer } from '../../domain/submission.ts';
import { xoshiro128 } from '../../statistics/random/xoshiro128.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

const strengths = ['path', 'roleLoading', 'loading', 'skipped', 'noAnswer'] as const;

/** Respondents to a study by the model in a file, or by the study's own. Throws UsageError when there can be none. */
export function respondentsTo(
  study: Study,
  modelFile: string | undefined,
  seed: number,
): () => StoredAnswer[] {
  const model = modelFor(study, modelFile);
  try {
    return answerSimulator(study, model, xoshiro128(seed));
  } catch (error) {
    // Any other requirement was checked by us.
    if (error instanceof RangeError && error.message.includes('circle'))
      throw new UsageError(`the paths of ${study.key} run in a circle: nobody can answer as they say`);
    throw error;
  }
}

/** The model in a file, checked against the study; the study's own without one. */
export function modelFor(study: Study, modelFile: string | undefined): SimulationModel {
  return modelFile === undefined ? {} : readModel(modelFile, study);
}

function readModel(file: string, study: Study): SimulationModel {
  let model: unknown;
  try {
    model = JSON.parse(readInput(file).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  return checkedModel(model, file, study);
}

function checkedModel(model: unknown, file: string, study: Study): SimulationModel {
  if (!isRecord(model)) throw new UsageError(`${file}: a model is an object`);
  for (const [name, value] of Object.entries(model)) {
    if (name === 'paths') {
      checkPaths(value, file, study);
    } else if (!strengths.includes(name as (typeof strengths)[number])) {
      throw new UsageError(`${file}: "${name}" is not a setting of a model (paths, ${strengths.join(', ')})`);
    } else if (!isShare(value, name === 'path' ? -1 : 0)) {
      throw new UsageError(`${file}: ${name} must be a number from ${name === 'path' ? -1 : 0} to 1`);
    }
  }
  return model as SimulationModel;
}

function checkPaths(paths: unknown, file: string, study: Study): void {
  if (!isRecord(paths)) throw new UsageError(`${file}: paths is an object, { "H1": 0.5, … }`);
  const known = study.paths.map(({ key }) => key);
  for (const [key, strength] of Object.entries(paths)) {
    if (!known.includes(key))
      throw new UsageError(
        `${file}: ${study.key} has no path "${key}" (${known.join(', ') || 'it has none'})`,
      );
    if (!isShare(strength, -1)) throw new UsageError(`${file}: paths.${key} must be a number from -1 to 1`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShare(value: unknown, lowest: number): boolean {
  return typeof value === 'number' && value >= lowest && value <= 1;
}
