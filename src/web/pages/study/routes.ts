import type { Route } from '../../page-context.ts';
import { categoriesTab } from './categories.ts';
import { consentTab } from './consent.ts';
import { constructsTab } from './constructs.ts';
import { saveDeletePart, showDeletePart } from './delete-part.ts';
import { saveTab, showTab } from './design-tab.ts';
import { itemsTab } from './items.ts';
import { showStudies } from './list.ts';
import { saveImportedStudy, saveNewStudy, showNewStudy } from './new-study.ts';
import { pagesTab } from './pages.ts';
import { paradigmTab } from './paradigm.ts';
import { saveItems, savePastedItems } from './paste-items.ts';
import { pathsTab } from './paths.ts';
import { showPreview, showPreviewPage } from './preview.ts';
import { savePublish, showPublish } from './publish.ts';
import { questionsTab } from './questions.ts';
import { scalesTab } from './scales.ts';
import { downloadDraft, downloadVersion } from './study-file.ts';
import { saveQuestionnaire, showVersion } from './version.ts';
import { showVersions } from './versions.ts';

const formTabs = [categoriesTab, constructsTab, scalesTab, questionsTab, pagesTab, pathsTab, consentTab];

export const studyRoutes: readonly Route[] = [
  { method: 'get', path: '/studies', access: 'signed-in', handle: showStudies },
  { method: 'get', path: '/studies/new', access: 'signed-in', handle: showNewStudy },
  { method: 'post', path: '/studies/new', access: 'signed-in', handle: saveNewStudy },
  { method: 'post', path: '/studies/import', access: 'signed-in', handle: saveImportedStudy },

  { method: 'get', path: '/studies/:studyKey', access: 'view-study', handle: showTab(paradigmTab) },
  { method: 'post', path: '/studies/:studyKey', access: 'edit-study', handle: saveTab(paradigmTab) },
  { method: 'get', path: '/studies/:studyKey/items', access: 'view-study', handle: showTab(itemsTab) },
  { method: 'post', path: '/studies/:studyKey/items', access: 'edit-study', handle: saveItems },
  { method: 'post', path: '/studies/:studyKey/items/paste', access: 'edit-study', handle: savePastedItems },
  ...formTabs.flatMap((tab): Route[] => [
    { method: 'get', path: `/studies/:studyKey/${tab.tab}`, access: 'view-study', handle: showTab(tab) },
    { method: 'post', path: `/studies/:studyKey/${tab.tab}`, access: 'edit-study', handle: saveTab(tab) },
  ]),
  { method: 'get', path: '/studies/:studyKey/delete', access: 'edit-study', handle: showDeletePart },
  { method: 'post', path: '/studies/:studyKey/delete', access: 'edit-study', handle: saveDeletePart },

  { method: 'get', path: '/studies/:studyKey/preview', access: 'view-study', handle: showPreview },
  {
    method: 'get',
    path: '/studies/:studyKey/preview/:language/:page',
    access: 'view-study',
    handle: showPreviewPage,
  },
  { method: 'get', path: '/studies/:studyKey/publish', access: 'view-study', handle: showPublish },
  { method: 'post', path: '/studies/:studyKey/publish', access: 'publish-version', handle: savePublish },
  { method: 'get', path: '/studies/:studyKey/versions', access: 'view-study', handle: showVersions },
  { method: 'get', path: '/studies/:studyKey/versions/:number', access: 'view-study', handle: showVersion },
  {
    method: 'post',
    path: '/studies/:studyKey/questionnaire',
    access: 'publish-version',
    handle: saveQuestionnaire,
  },
  { method: 'get', path: '/studies/:studyKey/study-file', access: 'view-study', handle: downloadDraft },
  {
    method: 'get',
    path: '/studies/:studyKey/versions/:number/study-file',
    access: 'view-study',
    handle: downloadVersion,
  },
];
