// A questionnaire page is the same for everybody but for a few bytes: where its form goes and which answers are chosen.
// It is drawn once with marks at those places, and for each request the bytes are put in at the marks.

import { randomBytes } from 'node:crypto';
import type { Questionnaire } from '../../domain/questionnaire.ts';

/** A place in a drawn page. Left out, it stays empty. */
interface Slot {
  readonly name: string;
  readonly offset: number;
}

export interface PreparedPage {
  readonly html: Buffer;
  readonly slots: readonly Slot[];
}

/** Draws a page; `mark` gives the text to write where something personal belongs. */
export type Draw = (mark: (name: string) => string) => Promise<string>;

/** Draws the page with marks that no study text can contain, because nobody can guess them, and remembers where they were. */
export async function preparePage(draw: Draw): Promise<PreparedPage> {
  const secret = randomBytes(12).toString('hex');
  const drawn = await draw((name) => `${secret}(${name})`);
  const slots: Slot[] = [];
  const pieces: string[] = [];
  let offset = 0;
  let from = 0;
  for (const mark of drawn.matchAll(new RegExp(`${secret}\\(([^)]*)\\)`, 'g'))) {
    const piece = drawn.slice(from, mark.index);
    pieces.push(piece);
    offset += Buffer.byteLength(piece);
    slots.push({ name: mark[1]!, offset });
    from = mark.index + mark[0].length;
  }
  pieces.push(drawn.slice(from));
  return { html: Buffer.from(pieces.join('')), slots };
}

/** The page with its personal bytes; the texts must be HTML already. */
export function fillPage(page: PreparedPage, texts: ReadonlyMap<string, string>): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const slot of page.slots) {
    const text = texts.get(slot.name);
    if (text === undefined) continue;
    pieces.push(page.html.subarray(from, slot.offset), Buffer.from(text));
    from = slot.offset;
  }
  pieces.push(page.html.subarray(from));
  return Buffer.concat(pieces);
}

/** Keeps prepared pages as long as their questionnaire is kept: when the shelf forgets a version, its pages go too. */
export class PageCache {
  readonly #pages = new WeakMap<Questionnaire, Map<string, Promise<PreparedPage>>>();

  async page(questionnaire: Questionnaire, name: string, draw: Draw): Promise<PreparedPage> {
    let pages = this.#pages.get(questionnaire);
    if (!pages) {
      pages = new Map();
      this.#pages.set(questionnaire, pages);
    }
    let page = pages.get(name);
    if (!page) {
      page = preparePage(draw);
      pages.set(name, page);
      // A page that could not be drawn is tried again, and not remembered as broken.
      page.catch(() => pages.delete(name));
    }
    return page;
  }
}
