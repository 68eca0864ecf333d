import type { Route } from '../../page-context.ts';

export const accountRoutes: readonly Route[] = [];
