// What somebody should look at before the numbers are believed, as codes; the words are in i18n/<language>/statistics.ts.

/** serious: the numbers may mislead. notice: worth a look. information: what was done to the answers. */
export type RemarkWeight = 'serious' | 'notice' | 'information';

export type RemarkCode =
  | 'no-answers'
  | 'few-cases'
  | 'suspected-reverse'
  | 'negative-alpha'
  | 'constant-item'
  | 'low-alpha'
  | 'high-alpha'
  | 'item-lowers-alpha'
  | 'low-item-rest'
  | 'cases-lost'
  | 'cases-lost-constructs'
  | 'straightliners'
  | 'single-item'
  | 'formative'
  | 'role-scales-differ'
  | 'items-recoded';

export interface Remark {
  readonly code: RemarkCode;
  readonly weight: RemarkWeight;
  /** Keys of what it is about, where it is about one thing. */
  readonly construct?: string;
  readonly item?: string;
  readonly role?: string;
  /** Keys, where it is about several items. */
  readonly items?: readonly string[];
  /** Numbers that the sentence needs, full precision. */
  readonly numbers: Readonly<Record<string, number>>;
}
