import type { Deletion, Part, PartKind } from '../../../domain/edit/plan-deletion.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Study } from '../../../domain/study.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { links } from '../../links.ts';
import { problemWords } from '../../problem-page.ts';
import { type DesignTabName, tabLink } from './design-tabs.ts';
import type { StudyFrame } from './frame.ts';
import { partName, partWords } from './part-words.ts';

export interface DeletePartView {
  readonly frame: StudyFrame;
  readonly heading: string;
  readonly message: string;
  readonly action: string;
  readonly back: string;
  readonly revision: number;
  readonly part: Part;
  readonly blocked: boolean;
  readonly explanation: string;
  /** What goes too, or what stands in the way. */
  readonly parts: ReadonlyArray<{ kind: string; name: string; words: string; href: string }>;
}

interface Input {
  readonly t: Translator;
  readonly frame: StudyFrame;
  readonly study: Study;
  readonly part: Part;
  readonly plan: Deletion;
  readonly problem: Problem | null;
  readonly revision: number;
}

export function deletePartView({ t, frame, study, part, plan, problem, revision }: Input): DeletePartView {
  const blocked = plan.blockedBy.length > 0;
  const isOnly = blocked && plan.blockedBy[0]?.kind === part.kind && plan.blockedBy[0].key === part.key;
  return {
    frame,
    heading: t(`study:delete-${part.kind}`, { key: partName(part) }),
    message: problem ? problemWords(problem, t).message : '',
    action: links.design(frame.studyKey, 'delete'),
    back: tabLink(frame.studyKey, tabOfPart(part.kind)),
    revision,
    part,
    blocked,
    explanation: explanation(),
    parts: (blocked ? (isOnly ? [] : plan.blockedBy) : plan.removed).map((other) => ({
      kind: t(`study:part-${other.kind}`),
      name: partName(other),
      words: partWords(other, study, t),
      href: `${tabLink(frame.studyKey, tabOfPart(other.kind))}#part:${other.key}`,
    })),
  };

  function explanation(): string {
    if (isOnly) return t('study:delete-only');
    if (blocked) return t('study:delete-blocked', { key: partName(part) });
    if (part.kind === 'page') return t('study:delete-page-moves');
    return t('study:delete-takes', { count: plan.removed.length });
  }
}

export function tabOfPart(kind: PartKind): DesignTabName {
  const tabs: Readonly<Record<PartKind, DesignTabName>> = {
    role: 'paradigm',
    language: 'paradigm',
    category: 'categories',
    scale: 'scales',
    construct: 'constructs',
    item: 'items',
    question: 'questions',
    page: 'pages',
    path: 'paths',
  };
  return tabs[kind];
}
