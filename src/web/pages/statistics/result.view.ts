// Numbered tables and figures, each with its downloads.

import type { Translator } from '../../../i18n/translator.ts';
import type { ResultTable } from './result-table.ts';
import type { StatisticsInput } from './statistics-input.ts';

export interface TableView {
  readonly id: string;
  /** "Table 1" */
  readonly number: string;
  readonly table: ResultTable;
  readonly csvHref: string;
}

export interface FigureView {
  readonly id: string;
  /** "Figure 1" */
  readonly number: string;
  readonly title: string;
  readonly svg: string;
  readonly scrollLabel: string;
  readonly notes: readonly string[];
  readonly svgHref: string;
  readonly csvHref: string;
  readonly asTable: string;
  readonly table: ResultTable;
}

/** Counts the tables and the figures of one page. */
export class Numbering {
  readonly #t: Translator;
  readonly #to: StatisticsInput['to'];
  #tables = 0;
  #figures = 0;

  constructor({ t, to }: StatisticsInput) {
    this.#t = t;
    this.#to = to;
  }

  table(table: ResultTable, csvHref = this.#to.table(table.id)): TableView {
    this.#tables += 1;
    return {
      id: `table-${table.id}`,
      number: this.#t('statistics:table', { number: this.#tables }),
      table,
      csvHref,
    };
  }

  figure(id: string, title: string, svg: string, notes: readonly string[], table: ResultTable): FigureView {
    this.#figures += 1;
    const number = this.#figures;
    return {
      id: `figure-${id}`,
      number: this.#t('statistics:figure', { number }),
      title,
      svg,
      scrollLabel: this.#t('statistics:figure-scrollable', { number }),
      notes,
      svgHref: this.#to.figure(id),
      csvHref: this.#to.table(table.id),
      asTable: this.#t('statistics:figure-as-table', { number }),
      table,
    };
  }
}
