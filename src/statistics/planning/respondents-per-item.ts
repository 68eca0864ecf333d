/**
 * The rule of five to ten respondents per item for exploratory factor analysis. A weak rule: what is needed depends on
 * communalities and on items per factor rather than on their ratio.
 *
 * items     1 or more
 * throws    RangeError: respondentsPerItem requires a whole number of items, 1 or more
 * source    MacCallum, Widaman, Zhang & Hong 1999, Psychol. Methods 4, 84-99, doi:10.1037/1082-989X.4.1.84 (why weak)
 */
export function respondentsPerItem(items: number): { readonly least: number; readonly ample: number } {
  if (!Number.isInteger(items) || items < 1)
    throw new RangeError('respondentsPerItem requires a whole number of items, 1 or more');
  return { least: 5 * items, ample: 10 * items };
}
