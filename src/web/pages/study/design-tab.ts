// What the tabs with one form have in common: show the draft in fields, save what was typed, and lose nothing on the way.

import type { Request, Response } from 'express';
import { editStudy } from '../../../actions/edit-study.ts';
import { readStoredStudy } from '../../../actions/read-stored-study.ts';
import { findStudyActor } from '../../../actions/study-actor.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Study } from '../../../domain/study.ts';
import { asciiDigits } from '../../../i18n/locale.ts';
import type { Translator } from '../../../i18n/translator.ts';
import { setFlash } from '../../flash.ts';
import { links } from '../../links.ts';
import { actorOf, type Handler, type PageContext } from '../../page-context.ts';
import { statusOf } from '../../problem-page.ts';
import { readInteger, readLine, readText } from '../../read-form.ts';
import { type DesignTabName, tabLink } from './design-tabs.ts';
import { drawTab } from './draw-tab.ts';
import { type FormValues, mergeForms, readValues } from './form-values.ts';
import type { FieldMaker } from './make-fields.ts';

/** Which button was pressed: 'up:SG1' is the verb up and the key SG1. */
export interface Command {
  readonly verb: string;
  readonly key: string;
}

export interface TabInput {
  readonly t: Translator;
  readonly values: FormValues;
  readonly command: Command;
}

export interface TabEdit {
  readonly study: Study;
  /** What was done, for the reader. */
  readonly said: string;
  /** The id of the control to come back to. */
  readonly at?: string;
}

export interface DesignTab {
  readonly tab: DesignTabName;
  /** What the fields hold for a study. */
  valuesOf(study: Study): FormValues;
  /** Everything that the page's own template needs; plain data. */
  viewOf(input: { t: Translator; study: Study; fields: FieldMaker; mayEdit: boolean; at: string }): object;
  /** Pure. First everything typed, then what the button says, so that no button loses what was typed. */
  apply(study: Study, input: TabInput): TabEdit;
  /** Shows the preview and the findings beside the form. */
  readonly withAside?: boolean;
}

export function showTab(tab: DesignTab): Handler {
  return async (request, response, context) => {
    const { draft, draftRevision } = actorOf(context).study;
    const study = readStoredStudy(draft);
    const at = typeof request.query.at === 'string' ? request.query.at : '';
    await drawTab(request, response, context, tab, {
      study,
      revision: draftRevision,
      values: tab.valuesOf(study),
      at,
    });
  };
}

export function saveTab(tab: DesignTab): Handler {
  return async (request, response, context) => {
    const command = readCommand(request);
    const saved = await trySave(request, response, context, tab, command);
    if (!saved) return;
    const { key } = actorOf(context).study;
    if (command.verb === 'delete') {
      const [kind = '', ...part] = command.key.split(':');
      const query = new URLSearchParams({ kind, key: part.join(':') });
      response.redirect(303, `${links.design(key, 'delete')}?${query}`);
      return;
    }
    setFlash(request, saved.said);
    const at = saved.at === undefined ? '' : `?${new URLSearchParams({ at: saved.at })}`;
    response.redirect(303, tabLink(key, tab.tab) + at);
  };
}

export interface SavedTab {
  readonly said: string;
  readonly at?: string;
  readonly study: Study;
  readonly revision: number;
}

/** Saves what was typed; null when that failed and the page was drawn again with the reasons. */
export async function trySave(
  request: Request,
  response: Response,
  context: PageContext,
  tab: DesignTab,
  command: Command,
): Promise<SavedTab | null> {
  const actor = actorOf(context);
  const values = readValues(request);
  const revision = readInteger(request, 'revision', asciiDigits) ?? -1;
  try {
    let edited: TabEdit | undefined;
    const stored = await editStudy(context.deps, actor, {
      revision,
      edit: (study) => {
        edited = tab.apply(study, { t: context.t, values, command });
        return edited.study;
      },
      verb: `edit-${tab.tab}`,
      detail: [command.verb, command.key].join(' ').trim(),
    });
    const { said = '', at } = edited ?? {};
    return { ...stored, said, ...(at === undefined ? {} : { at }) };
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    // Somebody may have been faster since this request began, so the draft is read again.
    const fresh = await findStudyActor(context.deps, actor.account, actor.study.key);
    const study = readStoredStudy(fresh.study.draft);
    const merged =
      error.kind === 'conflict'
        ? mergeForms(tab.valuesOf(study), values, readText(request, 'base'))
        : { values, collisions: [] };
    await drawTab(request, response, { ...context, actor: fresh }, tab, {
      study,
      revision: fresh.study.draftRevision,
      ...merged,
      problem: error,
      status: statusOf[error.kind],
      at: '',
    });
    return null;
  }
}

export function readCommand(request: Request): Command {
  const [verb = 'save', ...key] = (readLine(request, 'do') || 'save').split(':');
  return { verb, key: key.join(':') };
}
