import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import { links } from '../../links.ts';
import { accountOf, type Handler } from '../../page-context.ts';
import { render } from '../../render.ts';
import { studyTitle } from './frame.ts';

export interface StudyListView {
  readonly studies: ReadonlyArray<{
    readonly key: string;
    readonly title: string;
    readonly role: string;
    readonly version: string;
    readonly open: boolean;
    readonly submissions: string;
    readonly design: string;
    readonly statistics: string;
    readonly questionnaire: string;
  }>;
}

/** The studies of which the account is a member. */
export const showStudies: Handler = async (request, response, context) => {
  const { t, deps } = context;
  const summaries = await deps.studies.listStudies(accountOf(context).id);
  const studies = await Promise.all(
    summaries.map(async (summary) => {
      const deployment = await deps.studies.findOptionalDeployment(summary.id);
      const { latestVersion } = summary;
      return {
        key: summary.key,
        title: studyTitle(readStoredStudy(summary.draft), t.locale.language),
        role: t(`account:role-${summary.role}`),
        version:
          latestVersion === null
            ? t('study:not-published')
            : t('study:version-number', { number: latestVersion }),
        open: deployment?.state === 'open',
        submissions: t('study:count-submissions', {
          count: summary.submissions,
          shown: formatNumber(summary.submissions, 0, t.locale),
        }),
        design: links.study(summary.key),
        statistics: latestVersion === null ? '' : links.statistics(summary.key, latestVersion),
        questionnaire: deployment ? links.questionnaire(deployment.code) : '',
      };
    }),
  );
  const head = { title: t('common:studies'), styles: ['css/study.css'] };
  await render(request, response, context, 'study/list', head, { studies } satisfies StudyListView);
};
