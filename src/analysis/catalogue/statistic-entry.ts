/** A program whose number of the same name may be another one. */
export type Tool = 'psych' | 'lavaan' | 'SPSS' | 'SmartPLS' | 'JASP';

export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  psych: 'psych',
  lavaan: 'lavaan/semTools',
  SPSS: 'SPSS',
  SmartPLS: 'SmartPLS',
  JASP: 'JASP/jamovi',
};

export type StatisticGroup =
  | 'items'
  | 'missing data'
  | 'reliability'
  | 'correlation'
  | 'validity'
  | 'structure'
  | 'latent models'
  | 'path models'
  | 'item response'
  | 'people'
  | 'experts and coders'
  | 'groups'
  | 'planning';

/** What one statistic is, in words: printed by `axial explain`, put into the JSON of `axial analyse`, listed in the README. */
export interface StatisticEntry {
  /** Never changes meaning: reports name it. */
  readonly key: string;
  readonly group: StatisticGroup;
  readonly title: string;
  /** What else people type; words of the key need not be repeated. */
  readonly aliases?: readonly string[];
  /** Says which variant it is. */
  readonly definition: string;
  readonly formula?: string;
  readonly range: string;
  /** What is done with missing answers. */
  readonly missing: string;
  readonly source: string;
  /** Files under src/statistics that compute it. */
  readonly files: readonly string[];
  /** Against what it was checked, and how closely. */
  readonly checked: string;
  /** Where another program's number of this name is another number, a sentence each. */
  readonly differs?: Readonly<Partial<Record<Tool, string>>>;
}
