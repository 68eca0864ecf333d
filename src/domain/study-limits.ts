// What a study may hold. Generous for people, narrow enough that no file can make a page or a table explode.

/** Letters, digits, '-', '_' and '.', beginning with a letter: keys are column names and parts of addresses. */
export const KEY_PATTERN = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

/** The shape of a BCP 47 tag as it is used for texts: fa, en, ckb, fa-AF, uz-Arab-UZ. */
export const LANGUAGE_PATTERN = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** An address that a page may turn into a link; '' while it is not filled in. */
export const URL_PATTERN = /^(https?:\/\/\S+)?$/;

export const MAX_TEXT = 10_000;
export const MIN_SCALE_VALUE = -100;
export const MAX_SCALE_VALUE = 100;
export const MIN_SCALE_OPTIONS = 2;
export const MAX_SCALE_OPTIONS = 11;
export const MAX_QUESTION_OPTIONS = 60;

/** The greatest number of entries of each list. */
export const LIST_LIMITS = {
  languages: 20,
  roles: 50,
  relations: 200,
  categories: 500,
  codes: 5_000,
  quotations: 20_000,
  scales: 50,
  constructs: 200,
  items: 1_000,
  questions: 100,
  pages: 1_000,
  paths: 1_000,
} as const;

/** Addresses under /studies that are pages, and therefore no study's key. */
export const RESERVED_STUDY_KEYS: readonly string[] = ['new', 'import', 'upload'];

/** Columns that every file of answers has beside the answers; an item of that name would be two columns. */
export const ANSWER_FILE_COLUMNS = ['submission', 'mode', 'language', 'state'] as const;

/** Begins the column of a construct's score in the file of scored answers. */
export const SCORE_COLUMN_PREFIX = 'score.';

/**
 * Names that every JavaScript object already has. A key of this name would be found in a lookup table that does not hold it.
 */
export const RESERVED_KEYS: readonly string[] = [
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'prototype',
  'toLocaleString',
  'toString',
  'valueOf',
];
