import { links } from '../../links.ts';

export const STATISTICS_TABS = [
  'overview',
  'items',
  'correlations',
  'model',
  'explore',
  'downloads',
  'import',
] as const;
export type StatisticsTab = (typeof STATISTICS_TABS)[number];

/** Addresses of the statistics of one version; `query` begins with '?' or is empty. */
export function statisticsLinks(study: string, number: number, query: string) {
  const base = links.statistics(study, number);
  return {
    tab: (tab: StatisticsTab, own = query) => `${tab === 'overview' ? base : `${base}/${tab}`}${own}`,
    table: (id: string) => `${base}/tables/${encodeURIComponent(id)}.csv${query}`,
    figure: (id: string) => `${base}/figures/${encodeURIComponent(id)}.svg${query}`,
    report: () => `${base}/report.json${query}`,
    answers: (kind: 'raw' | 'scored', more: string) =>
      `${base}/answers-${kind}.csv${query === '' ? `?${more}` : `${query}&${more}`}`,
  };
}

export type StatisticsLinks = ReturnType<typeof statisticsLinks>;
