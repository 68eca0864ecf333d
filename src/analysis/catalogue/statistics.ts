import { CORRELATION_STATISTICS } from './correlation-statistics.ts';
import { EXPERT_STATISTICS, GROUP_STATISTICS } from './expert-statistics.ts';
import { ITEM_STATISTICS, MISSING_STATISTICS } from './item-statistics.ts';
import { LATENT_STATISTICS } from './latent-statistics.ts';
import { MORE_LATENT_STATISTICS, PATH_STATISTICS } from './latent-statistics-more.ts';
import { PEOPLE_STATISTICS, RESPONSE_STATISTICS } from './people-statistics.ts';
import { PLANNING_STATISTICS } from './planning-statistics.ts';
import { RELIABILITY_STATISTICS } from './reliability-statistics.ts';
import { MORE_RELIABILITY_STATISTICS } from './reliability-statistics-more.ts';
import type { StatisticEntry } from './statistic-entry.ts';
import { STRUCTURE_STATISTICS } from './structure-statistics.ts';
import { VALIDITY_STATISTICS } from './validity-statistics.ts';

/** Every statistic that the library offers, by group. */
export const STATISTICS: readonly StatisticEntry[] = [
  ...ITEM_STATISTICS,
  ...MISSING_STATISTICS,
  ...RELIABILITY_STATISTICS,
  ...MORE_RELIABILITY_STATISTICS,
  ...CORRELATION_STATISTICS,
  ...VALIDITY_STATISTICS,
  ...STRUCTURE_STATISTICS,
  ...LATENT_STATISTICS,
  ...MORE_LATENT_STATISTICS,
  ...PATH_STATISTICS,
  ...RESPONSE_STATISTICS,
  ...PEOPLE_STATISTICS,
  ...EXPERT_STATISTICS,
  ...GROUP_STATISTICS,
  ...PLANNING_STATISTICS,
];
