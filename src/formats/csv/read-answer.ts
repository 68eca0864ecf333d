import type { StoredAnswer } from '../../domain/submission.ts';

/** What other programs write for "no value". */
const missingWords: ReadonlySet<string> = new Set(['', 'na', 'n/a', '.', 'nan', '#n/a', 'null']);

/** Our own words, as the file of raw answers has them. */
const ownWords: ReadonlyMap<string, StoredAnswer> = new Map<string, StoredAnswer>([
  ['skipped', 'skipped'],
  ['no-answer', 'no-answer'],
  ['not-reached', null],
]);

/**
 * The answer in a cell: a whole number in any of the digits that people type, or a kind of missing; undefined for anything else.
 * Whether the number is on the scale is for the caller to see. Files from elsewhere do not tell why a value is missing: skipped.
 */
export function readAnswer(cell: string): StoredAnswer | undefined {
  const text = asciiNumber(cell.trim());
  const word = text.toLowerCase();
  if (missingWords.has(word)) return 'skipped';
  const own = ownWords.get(word);
  if (own !== undefined || ownWords.has(word)) return own;
  // 3.0 is what a program writes that keeps all numbers as fractions.
  return /^[+-]?\d{1,9}(\.0+)?$/.test(text) ? Number(text) || 0 : undefined;
}

/** Persian (U+06F0) and Arabic-Indic (U+0660) digits, the minus sign, and marks of direction that spreadsheets leave behind. */
function asciiNumber(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll('٫', '.')
    .replaceAll('\u2212', '-');
}
