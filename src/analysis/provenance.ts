import type { Study } from '../domain/study.ts';
import type { AnalysisOptions, AnalysisSource, MissingRule } from './analysis-options.ts';
import { STATISTIC_SOURCES, type StatisticSource } from './statistic-sources.ts';
import { THRESHOLDS, type Threshold } from './thresholds.ts';

/** What somebody needs to get the same numbers again. */
export interface Provenance {
  readonly study: string;
  readonly versionNumber: number | null;
  /** SHA-256 of the study document. */
  readonly contentHash: string;
  /** Names the state of the answers. */
  readonly answersStamp: string;
  readonly softwareVersion: string;
  readonly missing: MissingRule;
  /** Null unless the rule is person-mean. */
  readonly personMeanShare: number | null;
  readonly modes: AnalysisOptions['modes'];
  readonly unfinished: boolean;
  readonly level: number;
  readonly sources: readonly StatisticSource[];
  readonly thresholds: readonly Threshold[];
}

export function provenanceOf(study: Study, options: AnalysisOptions, source: AnalysisSource): Provenance {
  return {
    study: study.key,
    versionNumber: source.versionNumber,
    contentHash: source.contentHash,
    answersStamp: source.stamp,
    softwareVersion: source.softwareVersion,
    missing: options.missing,
    personMeanShare: options.missing === 'person-mean' ? options.personMeanShare : null,
    modes: options.modes,
    unfinished: options.unfinished,
    level: options.level,
    sources: STATISTIC_SOURCES,
    thresholds: THRESHOLDS,
  };
}
