import { textIn } from '../../../domain/localized-text.ts';
import { mayDo } from '../../../domain/permission.ts';
import type { Study } from '../../../domain/study.ts';
import type { Deployment, VersionRecord } from '../../../domain/study-record.ts';
import { differsFrom } from '../../../domain/version.ts';
import { links } from '../../links.ts';
import { actorOf, type PageContext } from '../../page-context.ts';
import { type DesignTabName, designTabs, tabLink } from './design-tabs.ts';

/** The bar over every page of a study: its name, what stands of the draft, and the tabs. */
export interface StudyFrame {
  readonly studyKey: string;
  readonly title: string;
  readonly badge: string;
  readonly meta: string;
  readonly collecting: boolean;
  readonly mayEdit: boolean;
  readonly statisticsLink: string;
  readonly membersLink: string;
  readonly tabs: ReadonlyArray<{ label: string; href: string; current: boolean }>;
}

export interface StudyState {
  readonly latest: VersionRecord | null;
  readonly deployment: Deployment | null;
}

export async function findStudyState(context: PageContext): Promise<StudyState> {
  const { studies } = context.deps;
  const { id } = actorOf(context).study;
  const [latest = null] = await studies.listVersions(id);
  return { latest, deployment: await studies.findOptionalDeployment(id) };
}

export function studyFrame(
  context: PageContext,
  study: Study,
  state: StudyState,
  current: DesignTabName | null,
): StudyFrame {
  const { t } = context;
  const actor = actorOf(context);
  const { latest, deployment } = state;
  const key = actor.study.key;
  const open = deployment?.state === 'open';
  const number = latest?.number ?? 0;
  const changed = differsFrom(actor.study, latest?.document);
  return {
    studyKey: key,
    title: studyTitle(study, t.locale.language),
    badge: changed ? t('study:badge-draft', { number: number + 1 }) : t('study:badge-unchanged', { number }),
    meta: meta(),
    collecting: open,
    mayEdit: mayDo(actor.role, 'edit-study'),
    statisticsLink: latest ? links.statistics(key, number) : '',
    membersLink: mayDo(actor.role, 'manage-members') ? links.members(key) : '',
    tabs: designTabs.map((tab) => ({
      label: t(`study:tab-${tab}`),
      href: tabLink(key, tab),
      current: tab === current,
    })),
  };

  function meta(): string {
    if (!latest) return t('study:meta-none');
    return open ? t('study:meta-collecting', { number }) : t('study:meta-closed', { number });
  }
}

export function studyTitle(study: Study, language: string): string {
  return textIn(study.title, language, ...study.languages) || study.key;
}
