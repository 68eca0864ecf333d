import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { problems } from '../../../domain/problem.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import { localeOf } from '../../../i18n/locale.ts';
import { actorOf, type Handler } from '../../page-context.ts';
import { render } from '../../render.ts';
import { renderPreviewPage } from '../../respond/preview.ts';
import { findStudyState, type StudyFrame, studyFrame } from './frame.ts';
import { previewPath } from './preview-path.ts';

export interface PreviewView {
  readonly frame: StudyFrame;
  readonly source: string;
  readonly languages: ReadonlyArray<{ name: string; language: string; href: string; current: boolean }>;
  readonly pages: ReadonlyArray<{ label: string; href: string; current: boolean }>;
}

/** The respondents' pages of the draft in a frame as wide as a phone, with links to every page and language. */
export const showPreview: Handler = async (request, response, context) => {
  const { t } = context;
  const { draft, key } = actorOf(context).study;
  const study = readStoredStudy(draft);
  const last = study.pages.length + 1;
  const wished = request.query.in;
  const language = study.languages.find((known) => known === wished) ?? study.languages[0]!;
  const asked = typeof request.query.page === 'string' ? Number(request.query.page) : 0;
  const page = Number.isInteger(asked) && asked >= 0 && asked <= last ? asked : 0;
  const here = (query: Record<string, string>) => `?${new URLSearchParams(query)}`;
  const frame = studyFrame(context, study, await findStudyState(context), 'preview');
  const view: PreviewView = {
    frame,
    source: previewPath(key, language, page),
    languages: study.languages.map((known) => ({
      name: localeOf(known).name,
      language: known,
      href: here({ in: known, page: String(page) }),
      current: known === language,
    })),
    pages: Array.from({ length: last + 1 }, (_, index) => ({
      label: labelOf(index),
      href: here({ in: language, page: String(index) }),
      current: index === page,
    })),
  };
  const head = { title: `${t('study:tab-preview')} – ${frame.title}`, styles: ['css/study.css'] };
  await render(request, response, context, 'study/preview', head, view);

  function labelOf(index: number): string {
    if (index === 0) return t('study:preview-consent');
    if (index === last) return t('study:preview-thanks');
    return t('study:page-number', { number: formatNumber(index, 0, t.locale) });
  }
};

/** The respondents' page itself. Its buttons lead on to the next page of the preview and store nothing. */
export const showPreviewPage: Handler = async (request, response, context) => {
  const { draft, key } = actorOf(context).study;
  const study = readStoredStudy(draft);
  const { language, page } = request.params;
  const last = study.pages.length + 1;
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : -1;
  if (typeof language !== 'string' || !study.languages.includes(language)) throw problems.pageUnknown();
  if (number < 0 || number > last) throw problems.pageUnknown();
  const onward = previewPath(key, language, Math.min(number + 1, last));
  const html = await renderPreviewPage(study, language, number, { onward });
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(html);
};
