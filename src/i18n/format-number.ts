import { type Locale, localDigits } from './locale.ts';

const MINUS = '−';

/** Fixed decimals in the locale's digits, with a true minus sign. Throws RangeError for a number that is not finite. */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  if (!Number.isFinite(value)) throw new RangeError('formatNumber requires a finite number');
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale.thousands);
  const text = fraction === undefined ? grouped : `${grouped}${locale.decimal}${fraction}`;
  const negative = value < 0 && Number(fixed) !== 0;
  return localDigits(negative ? MINUS + text : text, locale);
}

/** APA: a statistic that cannot leave −1 … 1 is written without the zero before the point; Persian keeps the zero. */
export function formatBounded(value: number, decimals: number, locale: Locale): string {
  const text = formatNumber(value, decimals, locale);
  return locale.direction === 'ltr' ? text.replace(/^(−?)0\./, '$1.') : text;
}

/** A p value as APA writes it: three decimals, and '< .001' below. */
export function formatP(p: number, locale: Locale): string {
  return p < 0.001 ? `< ${formatBounded(0.001, 3, locale)}` : formatBounded(p, 3, locale);
}

/** Share 0 … 1 as a percentage. */
export function formatPercent(share: number, decimals: number, locale: Locale): string {
  return formatNumber(share * 100, decimals, locale) + locale.percent;
}

/** A day in the calendar of the language: solar Hijri in Persian. */
export function formatDay(milliseconds: number, locale: Locale): string {
  const text = new Intl.DateTimeFormat(locale.dates, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    milliseconds,
  );
  return localDigits(text, locale);
}
