import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { formatDay, formatNumber } from '../../../i18n/format-number.ts';
import { links } from '../../links.ts';
import { actorOf, type Handler } from '../../page-context.ts';
import { render } from '../../render.ts';
import { tabLink } from './design-tabs.ts';
import { findStudyState, type StudyFrame, studyFrame } from './frame.ts';

export interface VersionsView {
  readonly frame: StudyFrame;
  readonly publishLink: string;
  readonly versions: ReadonlyArray<{
    readonly label: string;
    readonly href: string;
    readonly published: string;
    readonly note: string;
    readonly hash: string;
    readonly finished: string;
    readonly statistics: string;
    readonly open: boolean;
  }>;
}

/** Every version of the study, newest first. */
export const showVersions: Handler = async (request, response, context) => {
  const { t, deps } = context;
  const { study: record } = actorOf(context);
  const study = readStoredStudy(record.draft);
  const state = await findStudyState(context);
  const versions = await deps.studies.listVersions(record.id);
  const frame = studyFrame(context, study, state, 'versions');
  const view: VersionsView = {
    frame,
    publishLink: tabLink(record.key, 'publish'),
    versions: await Promise.all(
      versions.map(async (version) => {
        const counts = await deps.submissions.countSubmissions(version.id);
        return {
          label: t('study:version-number', { number: version.number }),
          href: links.version(record.key, version.number),
          published: formatDay(version.publishedAt, t.locale),
          note: version.note,
          hash: version.contentHash.slice(0, 12),
          finished: formatNumber(counts.finished, 0, t.locale),
          statistics: links.statistics(record.key, version.number),
          open: state.deployment?.state === 'open' && state.deployment.versionId === version.id,
        };
      }),
    ),
  };
  const head = { title: `${t('study:tab-versions')} – ${frame.title}`, styles: ['css/study.css'] };
  await render(request, response, context, 'study/versions', head, view);
};
