import { formatBounded, formatNumber, formatP, formatPercent } from '../../../i18n/format-number.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { Interval } from '../../../statistics/interval.ts';
import { type Estimate, isNotEstimable, type NotEstimable } from '../../../statistics/not-estimable.ts';
import { reasonWords } from './reason-words.ts';
import type { TableCell } from './result-table.ts';

const latinMarks = [...'abcdefghijklmnopqrstuvwxyz'];
const persianMarks = 'الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی'.split(' ');

/** Rounded as it is printed, so that page and file show the same number. */
export function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** Keeps a minus sign before its number in a line that runs from right to left. */
export function signed(number: string): string {
  return number.startsWith('−') ? `\u2066${number}\u2069` : number;
}

/** Makes the cells of one table; where a number has no value, the cell points to a footnote that says why. */
export class TableCells {
  readonly #t: Translator;
  readonly #reasons: string[] = [];

  constructor(t: Translator) {
    this.#t = t;
  }

  /** A statistic that cannot leave −1 … 1. */
  bounded(value: Estimate<number> | null, decimals = 2): TableCell {
    return this.#cell(value, 1, (known) => ({
      text: signed(formatBounded(known, decimals, this.#t.locale)),
      csv: [roundedTo(known, decimals)],
    }));
  }

  number(value: Estimate<number> | null, decimals = 2): TableCell {
    return this.#cell(value, 1, (known) => ({
      text: signed(formatNumber(known, decimals, this.#t.locale)),
      csv: [roundedTo(known, decimals)],
    }));
  }

  p(value: Estimate<number> | null): TableCell {
    return this.#cell(value, 1, (known) => ({
      text: formatP(known, this.#t.locale),
      csv: [known < 0.001 ? '<0.001' : roundedTo(known, 3)],
    }));
  }

  percent(value: Estimate<number> | null, decimals = 0): TableCell {
    return this.#cell(value, 1, (known) => ({
      text: formatPercent(known, decimals, this.#t.locale),
      csv: [roundedTo(known * 100, decimals)],
    }));
  }

  interval(value: Estimate<Interval> | null, style: 'bounded' | 'number' = 'bounded'): TableCell {
    const format = style === 'bounded' ? formatBounded : formatNumber;
    const { locale } = this.#t;
    const comma = locale.direction === 'rtl' ? '؛' : ',';
    return this.#cell(value, 2, ({ lower, upper }) => ({
      text: `[${signed(format(lower, 2, locale))}${comma} ${signed(format(upper, 2, locale))}]`,
      csv: [roundedTo(lower, 2), roundedTo(upper, 2)],
    }));
  }

  /** The sentences that the marks point to, in order. */
  footnotes(): readonly string[] {
    return this.#reasons.map((reason, index) => `${this.#markAt(index)} ${reason}`);
  }

  #cell<T>(
    value: Estimate<T> | null,
    width: number,
    known: (value: T) => Pick<TableCell, 'text' | 'csv'>,
  ): TableCell {
    const csv = Array.from({ length: width }, () => null);
    if (value === null) return { text: '–', mark: '', csv };
    if (isNotEstimable(value)) return { text: '–', mark: this.#mark(value), csv };
    return { mark: '', ...known(value) };
  }

  #mark(reason: NotEstimable): string {
    const words = reasonWords(reason, this.#t);
    let index = this.#reasons.indexOf(words);
    if (index < 0) index = this.#reasons.push(words) - 1;
    return this.#markAt(index);
  }

  #markAt(index: number): string {
    const marks = this.#t.locale.direction === 'rtl' ? persianMarks : latinMarks;
    return marks[index % marks.length]!;
  }
}

/** A cell of words; the file gets the same ones, or a key in their place. */
export function wordsCell(text: string, csv: string = text): TableCell {
  return { text, mark: '', csv: [csv] };
}

/** A whole number. */
export function countCell(value: number, t: Translator): TableCell {
  return { text: formatNumber(value, 0, t.locale), mark: '', csv: [value] };
}
