import type { Route } from '../../page-context.ts';

export const statisticsRoutes: readonly Route[] = [];
