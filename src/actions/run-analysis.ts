import { analyse } from '../analysis/analyse.ts';
import type { AnalysisOptions } from '../analysis/analysis-options.ts';
import type { StudyReport } from '../analysis/study-report.ts';
import type { Deps } from './deps.ts';
import { type FrozenStudy, readVersion } from './read-version.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

/** Reports of the pages looked at last. One follows from version, options and stamp of the answers, so it cannot be stale. */
const shelves = new WeakMap<Deps['submissions'], Map<string, StudyReport>>();
const KEPT = 24;

export interface VersionAnalysis extends FrozenStudy {
  readonly report: StudyReport;
}

export async function runAnalysis(
  deps: Deps,
  actor: StudyActor,
  versionNumber: string,
  options: AnalysisOptions,
  softwareVersion: string,
): Promise<VersionAnalysis> {
  requirePermission(actor, 'view-statistics');
  const { version, study } = await readVersion(deps, actor, versionNumber);
  const answers = await deps.submissions.readAnswerColumns(version.id);
  const shelf = shelves.get(deps.submissions) ?? new Map<string, StudyReport>();
  shelves.set(deps.submissions, shelf);
  const key = JSON.stringify([version.id, answers.stamp, softwareVersion, options]);
  const report =
    shelf.get(key) ??
    analyse(study, answers, options, {
      versionNumber: version.number,
      contentHash: version.contentHash,
      stamp: answers.stamp,
      softwareVersion,
    });
  shelf.delete(key);
  shelf.set(key, report);
  const [oldest] = shelf.keys();
  if (shelf.size > KEPT && oldest !== undefined) shelf.delete(oldest);
  return { version, study, report };
}
