import type { Route } from '../../page-context.ts';

export const studyRoutes: readonly Route[] = [];
