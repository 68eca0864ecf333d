import { type Command, Option } from 'commander';
import {
  DEFAULT_SECTION_SETTINGS,
  EXTRACTIONS,
  type ModelRequest,
  ROTATIONS,
  SECTION_NAMES,
  type SectionName,
  type SectionSettings,
} from '../../analysis/sections/section-settings.ts';
import type { SemEstimator } from '../../statistics/sem/sem-fit.ts';
import { readInput, wholeNumber } from './read-input.ts';
import { UsageError } from './usage-error.ts';

export interface SectionOptions {
  sections?: string;
  model?: string;
  estimator: SemEstimator;
  seed: string;
  resamples?: string;
  factors?: string;
  extraction: SectionSettings['extraction'];
  rotation: SectionSettings['rotation'];
  kaiser?: boolean;
}

/** What `axial analyse` takes beyond the numbers of the pages. */
export function addSectionOptions(command: Command): Command {
  const { seed, extraction, rotation } = DEFAULT_SECTION_SETTINGS;
  return command
    .option('--sections <names>', `all, or some of: ${SECTION_NAMES.join(',')}`)
    .option('--model <file>', 'a model in lavaan’s syntax to fit; its variables are the item keys')
    .addOption(new Option('--estimator <name>', 'of --model').choices(['ML', 'MLR', 'WLSMV']).default('ML'))
    .option('--seed <number>', 'of every resampling: the same seed gives the same numbers', String(seed))
    .option('--resamples <number>', 'of every bootstrap, 100 or more (default: as each method takes)')
    .option('--factors <number>', 'of the exploratory analysis (default: parallel analysis)')
    .addOption(new Option('--extraction <method>').choices([...EXTRACTIONS]).default(extraction))
    .addOption(new Option('--rotation <method>').choices([...ROTATIONS]).default(rotation))
    .option('--kaiser', 'Kaiser normalisation before rotation');
}

export function sectionNames({ sections }: SectionOptions): readonly SectionName[] {
  if (sections === undefined) return [];
  const names = sections.split(',').map((name) => name.trim());
  if (names.includes('all')) return SECTION_NAMES;
  const unknown = names.find((name) => !(SECTION_NAMES as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(`--sections knows no "${unknown}" (all, ${SECTION_NAMES.join(', ')})`);
  return names as SectionName[];
}

export function sectionSettings(options: SectionOptions): SectionSettings {
  const { resamples, factors, extraction, rotation, kaiser = false } = options;
  return {
    seed: wholeNumber('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER),
    resamples: resamples === undefined ? null : wholeNumber('--resamples', resamples, 100, 1_000_000),
    factors: factors === undefined ? null : wholeNumber('--factors', factors, 1, 100),
    extraction,
    rotation,
    kaiser,
  };
}

export function modelRequest(options: SectionOptions, missing: 'listwise' | 'fiml'): ModelRequest | null {
  const { model, estimator } = options;
  if (model === undefined) {
    if (missing === 'fiml') throw new UsageError('--missing fiml is for --model');
    return null;
  }
  if (estimator === 'WLSMV' && missing === 'fiml')
    throw new UsageError('WLSMV uses complete cases: --missing fiml is for ML and MLR');
  return { text: readInput(model).toString('utf8'), estimator, missing };
}
