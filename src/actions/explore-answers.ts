import type { AnalysisOptions } from '../analysis/analysis-options.ts';
import { type ExploreChoice, type ExploreReport, explore } from '../analysis/explore.ts';
import type { Study } from '../domain/study.ts';
import type { Deps } from './deps.ts';
import { type FrozenStudy, readVersion } from './read-version.ts';
import { requirePermission, type StudyActor } from './study-actor.ts';

export interface ExploredVersion extends FrozenStudy {
  readonly choice: ExploreChoice;
  readonly report: ExploreReport;
  /** A key was asked for that the version does not have; the first construct, or nobody's group, stands in its place. */
  readonly unknown: readonly string[];
}

/** `of` (c:KEY, i:KEY) and `by` as an address has them; '' for the default. */
export async function exploreAnswers(
  deps: Deps,
  actor: StudyActor,
  versionNumber: string,
  options: AnalysisOptions,
  wanted: { readonly of: string; readonly by: string },
): Promise<ExploredVersion> {
  requirePermission(actor, 'view-statistics');
  const { version, study } = await readVersion(deps, actor, versionNumber);
  const unknown: string[] = [];
  const chosen = readOf(study, wanted.of);
  if (!chosen && wanted.of !== '') unknown.push(wanted.of);
  const of = chosen ?? { construct: study.constructs[0]?.key ?? '' };
  const byQuestion = (study.questions ?? []).some(({ key }) => `q.${key}` === wanted.by);
  const bySelf = wanted.by === 'language' || wanted.by === 'mode' || wanted.by === 'nothing';
  if (!byQuestion && !bySelf && wanted.by !== '') unknown.push(wanted.by);
  const first = study.questions?.[0];
  const by: ExploreChoice['by'] = byQuestion
    ? { question: wanted.by.slice(2) }
    : bySelf
      ? (wanted.by as 'language' | 'mode' | 'nothing')
      : first
        ? { question: first.key }
        : 'nothing';
  const answers = await deps.submissions.readAnswerColumns(version.id);
  const choice = { of, by };
  return { version, study, choice, unknown, report: explore(study, answers, options, choice) };
}

/** What is explored, as an address has it. */
export function exploreOf(of: ExploreChoice['of']): string {
  return 'item' in of ? `i:${of.item}` : `c:${of.construct}`;
}

function readOf(study: Study, text: string): ExploreChoice['of'] | null {
  const [kind, key] = [text.slice(0, 2), text.slice(2)];
  if (kind === 'c:' && study.constructs.some((construct) => construct.key === key)) return { construct: key };
  if (kind === 'i:' && study.items.some((item) => item.key === key)) return { item: key };
  return null;
}
