// A study whole, as one document: what a study file holds, what a draft holds, and what a published version freezes.
// Order is meaning here: items stand in the order of the codebook, scale options in reading order.

import type { LocalizedText } from './localized-text.ts';

/** Letters, digits, '-', '_' and '.'; starts with a letter. Keys are for people and for data columns; they never change meaning. */
export type Key = string;

export interface Study {
  /** For editors that check a file against the published JSON Schema; it means nothing to us. */
  readonly $schema?: string;
  readonly format: 'axial-study';
  readonly formatVersion: 1;
  readonly key: Key;
  /** The first is the language shown to a respondent who did not choose. */
  readonly languages: readonly string[];
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  /** Where the qualitative model was published. */
  readonly source?: StudySource;
  readonly paradigm: Paradigm;
  readonly categories: readonly Category[];
  readonly codes?: readonly Code[];
  readonly quotations?: readonly Quotation[];
  readonly scales: readonly AnswerScale[];
  readonly constructs: readonly Construct[];
  readonly items: readonly Item[];
  /** Questions about the respondent, to compare groups by. Always shown after the items. */
  readonly questions?: readonly GroupingQuestion[];
  readonly pages: readonly Page[];
  readonly consent: Consent;
  readonly thanks?: LocalizedText;
  readonly paths: readonly Path[];
  /** 'adaptive': one row of options where there is room, else stacked. 'stacked': stacked on every device. */
  readonly layout?: 'adaptive' | 'stacked';
}

export interface StudySource {
  readonly citation: string;
  readonly url?: string;
  readonly note?: LocalizedText;
}

export interface Paradigm {
  /** Which of the shipped templates the roles were copied from; the roles themselves may have been renamed since. */
  readonly template: Key;
  /** The edition that the publication cites, which need not be the one whose template it uses. */
  readonly editionCited?: string;
  readonly roles: readonly Role[];
  readonly relations: readonly RoleRelation[];
}

export type RoleKind = 'condition' | 'core' | 'action' | 'outcome' | 'other';

export interface Role {
  readonly key: Key;
  readonly kind: RoleKind;
  readonly label: LocalizedText;
}

/** What a relation is expected to look like: '?' means that the theory names a relation but no sign. */
export type ExpectedSign = '+' | '-' | '?';

export interface RoleRelation {
  readonly from: Key;
  readonly to: Key;
  readonly kind: 'direct' | 'moderates';
  readonly sign: ExpectedSign;
}

export interface Category {
  readonly key: Key;
  readonly role: Key;
  readonly label: LocalizedText;
  readonly definition?: LocalizedText;
  readonly codes?: readonly Key[];
}

/** Made up for a demonstration, and never to be shown as a finding of the study. */
export type Origin = 'study' | 'literature' | 'made-for-demonstration';

export interface Code {
  readonly key: Key;
  readonly label: LocalizedText;
  readonly definition?: LocalizedText;
  readonly origin?: Origin;
}

export interface Quotation {
  readonly key: Key;
  readonly text: LocalizedText;
  readonly codes: readonly Key[];
  /** A pseudonym, never a name. */
  readonly participant?: string;
  readonly origin?: Origin;
}

export interface AnswerScale {
  readonly key: Key;
  readonly label?: LocalizedText;
  /** 2 to 11, in reading order, values rising by one. */
  readonly options: readonly ScaleOption[];
  /** Offered apart from the scale; without it the option is not offered. */
  readonly noAnswer?: LocalizedText;
}

export interface ScaleOption {
  readonly value: number;
  readonly label: LocalizedText;
}

export interface Construct {
  readonly key: Key;
  readonly category: Key;
  readonly label: LocalizedText;
  readonly definition?: LocalizedText;
  /** Alpha says nothing about formative indicators: they need not correlate. */
  readonly measurement: 'reflective' | 'formative';
  readonly scale: Key;
}

export interface Item {
  /** The name of the item's column in every data file. */
  readonly key: Key;
  readonly construct: Key;
  readonly text: LocalizedText;
  /** Worded against the construct: agreeing means less of it. Recoded in the analysis, never in storage. */
  readonly reverse: boolean;
  readonly codes?: readonly Key[];
  readonly origin?: Origin;
  readonly note?: string;
}

export interface GroupingQuestion {
  readonly key: Key;
  readonly text: LocalizedText;
  readonly options: readonly ScaleOption[];
  readonly noAnswer?: LocalizedText;
}

export interface Page {
  readonly key: Key;
  /** Neutral words only: a page title must not give the construct away. */
  readonly title?: LocalizedText;
  readonly intro?: LocalizedText;
  /** Keys of items and grouping questions, in the order shown. */
  readonly items: readonly Key[];
}

export interface Consent {
  readonly text: LocalizedText;
  /** Who answers questions about the study; shown on every page. */
  readonly contact?: LocalizedText;
}

/** A relation the theory expects. Ends are keys of constructs or of roles; a role stands for all its constructs together. */
export type Path = DirectPath | ModeratingPath;

export interface DirectPath {
  readonly key: Key;
  readonly kind: 'direct';
  readonly from: Key;
  readonly to: Key;
  readonly sign: ExpectedSign;
  readonly rationale?: LocalizedText;
}

export interface ModeratingPath {
  readonly key: Key;
  readonly kind: 'moderates';
  readonly from: Key;
  /** The key of the direct path whose strength is expected to depend on `from`. */
  readonly path: Key;
  readonly sign: ExpectedSign;
  readonly rationale?: LocalizedText;
}
