import type { Request, Response } from 'express';
import type { Problem } from '../../../domain/problem.ts';
import type { Study } from '../../../domain/study.ts';
import { actorOf, type PageContext } from '../../page-context.ts';
import { problemWords } from '../../problem-page.ts';
import { render } from '../../render.ts';
import { type AsideView, asideView } from './aside.view.ts';
import type { DesignTab } from './design-tab.ts';
import { tabLink } from './design-tabs.ts';
import { faultWords } from './fault-words.ts';
import { fieldOfPlace } from './field-of-place.ts';
import { type FormValues, type MergedForm, marksOf } from './form-values.ts';
import { findStudyState, type StudyFrame, studyFrame } from './frame.ts';
import { fieldLabel, makeFields } from './make-fields.ts';

/** A tab with one form; `body` is the view of the tab itself, drawn by views/study/<tab>.ejs. */
export interface TabView {
  readonly frame: StudyFrame;
  readonly tab: string;
  readonly heading: string;
  readonly lead: string;
  readonly action: string;
  readonly revision: number;
  readonly base: string;
  readonly mayEdit: boolean;
  readonly message: string;
  readonly faults: ReadonlyArray<{ href: string; words: string }>;
  readonly collisions: ReadonlyArray<{ href: string; label: string; typed: string; current: string | null }>;
  readonly body: object;
  readonly aside: AsideView | null;
}

export interface TabState {
  readonly study: Study;
  readonly revision: number;
  readonly values: FormValues;
  readonly at: string;
  readonly collisions?: MergedForm['collisions'];
  readonly problem?: Problem;
  readonly status?: number;
}

export async function drawTab(
  request: Request,
  response: Response,
  context: PageContext,
  tab: DesignTab,
  state: TabState,
): Promise<void> {
  const { t } = context;
  const { study, values } = state;
  const frame = studyFrame(context, study, await findStudyState(context), tab.tab);
  const faults = (state.problem?.faults ?? []).map((fault) => {
    // A fault's place is a field's name already, or a place of the study document.
    const isField = values.has(fault.place) || fault.place.includes(':') || fault.place.startsWith('new-');
    const field = isField ? fault.place : fieldOfPlace(study, fault.place).field;
    return { field, words: faultWords(fault, t) };
  });
  const errors = new Map(faults.toReversed().map(({ field, words }) => [field, words]));
  const heading = t(`study:tab-${tab.tab}`);
  const fields = makeFields(t, study, values, errors);
  const view: TabView = {
    frame,
    tab: tab.tab,
    heading,
    lead: t(`study:lead-${tab.tab}` as 'study:lead-items'),
    action: tabLink(actorOf(context).study.key, tab.tab),
    revision: state.revision,
    base: marksOf(tab.valuesOf(study)),
    mayEdit: frame.mayEdit,
    message: state.problem ? problemWords(state.problem, t).message : '',
    faults: faults.map(({ field, words }) => ({
      href: `#${field || 'content'}`,
      words: field === '' ? words : `${fieldLabel(t, field, study.languages)}: ${words}`,
    })),
    collisions: (state.collisions ?? []).map(({ name, typed, current }) => ({
      href: `#${name}`,
      label: fieldLabel(t, name, study.languages),
      typed,
      current,
    })),
    body: tab.viewOf({ t, study, fields, mayEdit: frame.mayEdit, at: state.at }),
    aside: tab.withAside ? asideView(context, study) : null,
  };
  const title = `${heading} – ${frame.title}`;
  const head = { title: view.message ? `${view.message} ${title}` : title, styles: ['css/study.css'] };
  await render(request, response, context, 'study/tab', { ...head, status: state.status ?? 200 }, view);
}
