// Every address of the staff pages, by noun. The respondent's addresses stand in respond/, apart, because they have
// neither session nor account.

import type { Route } from './page-context.ts';
import { accountRoutes } from './pages/account/routes.ts';
import { statisticsRoutes } from './pages/statistics/routes.ts';
import { studyRoutes } from './pages/study/routes.ts';

export const routes: readonly Route[] = [...accountRoutes, ...studyRoutes, ...statisticsRoutes];
