import type { StatisticEntry } from './statistic-entry.ts';
import { STATISTICS } from './statistics.ts';

/**
 * What somebody means by a word: the entry with that very key; else all whose key or aliases hold every word; else all whose
 * title does. Empty when nothing fits.
 */
export function findStatistics(asked: string): readonly StatisticEntry[] {
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  const exact = STATISTICS.filter(({ key }) => key === asked.trim().toLowerCase());
  if (exact.length > 0 && !isFamily(asked)) return exact;
  const named = STATISTICS.filter((entry) => hasAll(namesOf(entry), words) || goesBy(entry, asked));
  if (named.length > 0) return named;
  return STATISTICS.filter(({ title }) => hasAll(wordsOf(title), words));
}

/** The words of all keys and aliases that are nearest to a word, for one who mistyped it. */
export function nearestWords(asked: string, count = 3): readonly string[] {
  const wanted = asked.trim().toLowerCase();
  const known = [...new Set(STATISTICS.flatMap((entry) => [entry.key, ...namesOf(entry)]))];
  return known
    .map((word) => ({ word, steps: distance(wanted, word) }))
    .filter(({ steps, word }) => steps <= Math.max(2, Math.ceil(Math.max(word.length, wanted.length) / 2)))
    .sort((a, b) => a.steps - b.steps || a.word.localeCompare(b.word, 'en'))
    .slice(0, count)
    .map(({ word }) => word);
}

/** Whether other entries go by this word too: 'sem' is a model and an error of measurement, and both are meant to be found. */
function isFamily(asked: string): boolean {
  return STATISTICS.some((entry) => entry.key !== asked.trim().toLowerCase() && goesBy(entry, asked));
}

function goesBy({ aliases = [] }: StatisticEntry, asked: string): boolean {
  return aliases.includes(asked.trim().toLowerCase());
}

/** An alias of several words counts as a whole only: 'omega squared' is no omega. */
function namesOf({ key, aliases = [] }: StatisticEntry): readonly string[] {
  return [...wordsOf(key), ...aliases];
}

function hasAll(names: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => names.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '');
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
