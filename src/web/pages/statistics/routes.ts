import type { Route } from '../../page-context.ts';
import { correlationsView } from './correlations.view.ts';
import { downloadAnswers } from './download-answers.ts';
import { downloadFigure, downloadReport, downloadTable } from './download-results.ts';
import { downloadsView } from './downloads.view.ts';
import { downloadExplore, showExplore } from './explore.ts';
import { saveImport, showImport } from './import.ts';
import { itemsView } from './items.view.ts';
import { modelView } from './model.view.ts';
import { overviewView } from './overview.view.ts';
import { showTab } from './show-tab.ts';

const base = '/studies/:studyKey/versions/:number/statistics';

const page = (path: string, handle: Route['handle']): Route => ({
  method: 'get',
  path: `${base}${path}`,
  access: 'view-statistics',
  handle,
});

export const statisticsRoutes: readonly Route[] = [
  page('', showTab('overview', overviewView)),
  page('/items', showTab('items', itemsView)),
  page('/correlations', showTab('correlations', correlationsView)),
  page('/model', showTab('model', modelView)),
  page('/explore', showExplore),
  page('/downloads', showTab('downloads', downloadsView)),
  page('/report.json', downloadReport),
  page('/tables/explore.csv', downloadExplore),
  page('/tables/:file', downloadTable),
  page('/figures/:file', downloadFigure),
  { method: 'get', path: `${base}/answers-:kind`, access: 'download-answers', handle: downloadAnswers },
  { method: 'get', path: `${base}/import`, access: 'import-answers', handle: showImport },
  { method: 'post', path: `${base}/import`, access: 'import-answers', handle: saveImport },
];
