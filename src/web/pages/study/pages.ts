import { arrangePages } from '../../../domain/edit/arrange-pages.ts';
import { addPage, editPages, moveOnPage, movePage, putOnPage } from '../../../domain/edit/edit-pages.ts';
import { fault } from '../../../domain/fault.ts';
import { problems } from '../../../domain/problem.ts';
import type { Study } from '../../../domain/study.ts';
import { asciiDigits } from '../../../i18n/locale.ts';
import type { DesignTab, TabEdit, TabInput } from './design-tab.ts';
import { type FormValues, textEntries, textsOf } from './form-values.ts';
import { wantedPosition } from './mover.ts';
import { pagesView } from './pages.view.ts';
import { saidMoved } from './said-moved.ts';

/** A page takes this many at most: more than ten are skimmed. */
const MOST_ON_A_PAGE = 10;

export const pagesTab: DesignTab = {
  tab: 'pages',
  valuesOf,
  viewOf: pagesView,
  apply(study, input) {
    const { t, command } = input;
    const edited = applyTyped(study, input);
    if (command.verb === 'arrange') return arranged(edited, input);
    if (command.verb === 'add') {
      const added = addPage(edited);
      return { study: added.study, said: t('study:said-added', { key: added.key }) };
    }
    return moved(edited, input) ?? { study: edited, said: t('study:said-saved') };
  },
};

function valuesOf(study: Study): FormValues {
  const { languages } = study;
  const pageOf = (key: string) => study.pages.find((page) => page.items.includes(key))?.key ?? '';
  return new Map([
    ['per-page', '8'],
    ...study.pages.flatMap((page) => [
      ...textEntries(page.title, languages, 'title', page.key),
      ...textEntries(page.intro, languages, 'intro', page.key),
    ]),
    ...shownKeys(study).map((key) => [`page:${key}`, pageOf(key)] as const),
  ]);
}

function applyTyped(study: Study, { values }: TabInput): Study {
  const { languages } = study;
  const inputs = study.pages.map(({ key }) => {
    const title = textsOf(values, languages, 'title', key);
    return [key, { title, intro: textsOf(values, languages, 'intro', key) }] as const;
  });
  let edited = editPages(study, new Map(inputs));
  for (const key of shownKeys(study)) {
    const wanted = values.get(`page:${key}`) ?? '';
    if (wanted !== '') edited = putOnPage(edited, key, wanted);
  }
  return edited;
}

function arranged(study: Study, { t, values }: TabInput): TabEdit {
  const typed = asciiDigits(values.get('per-page') ?? '').trim();
  const perPage = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (perPage < 1 || perPage > MOST_ON_A_PAGE)
    throw problems.invalid([fault('per-page', 'per-page-range', { least: 1, most: MOST_ON_A_PAGE })]);
  const edited = arrangePages(study, perPage);
  return { study: edited, said: t('study:said-arranged', { count: edited.pages.length }) };
}

function moved(study: Study, { t, command }: TabInput): TabEdit | null {
  for (const page of study.pages) {
    for (const [index, key] of page.items.entries()) {
      const to = wantedPosition(command, key, index, undefined);
      if (to !== null)
        return { study: moveOnPage(study, key, to), ...saidMoved(t, command, key, to, page.items.length) };
    }
  }
  // Pages are moved by verbs of their own, because a page and an item may have the same key.
  const verb = command.verb === 'page-up' ? -1 : command.verb === 'page-down' ? 1 : 0;
  const at = study.pages.findIndex((page) => page.key === command.key);
  if (verb === 0 || at < 0) return null;
  return {
    study: movePage(study, command.key, at + verb),
    ...saidMoved(t, command, command.key, at + verb, study.pages.length),
  };
}

function shownKeys(study: Study): readonly string[] {
  return [...study.items, ...(study.questions ?? [])].map(({ key }) => key);
}
