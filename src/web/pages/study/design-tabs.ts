import { links } from '../../links.ts';

/** The pages of a study's design, in the order of the work. */
export const designTabs = [
  'paradigm',
  'categories',
  'constructs',
  'items',
  'scales',
  'questions',
  'pages',
  'paths',
  'consent',
  'preview',
  'publish',
  'versions',
] as const;
export type DesignTabName = (typeof designTabs)[number];

export function tabLink(studyKey: string, tab: DesignTabName): string {
  return tab === 'paradigm' ? links.study(studyKey) : links.design(studyKey, tab);
}
