import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '../../../src/domain/questionnaire.ts';
import { fillPage, PageCache, preparePage } from '../../../src/web/respond/page-cache.ts';

describe('a prepared page', () => {
  it('equals the page drawn with the same texts, for any texts in any script', async () => {
    const piece = fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(piece, piece)), piece, async (slots, end) => {
        const draw = (text: (name: string) => string) =>
          slots.map(([before], index) => before + text(`slot ${index}`)).join('') + end;
        const prepared = await preparePage(async (mark) => draw(mark));
        const texts = new Map(slots.map(([, text], index) => [`slot ${index}`, text]));
        expect(fillPage(prepared, texts).toString()).toBe(draw((name) => texts.get(name)!));
      }),
    );
  });

  it('leaves out what is not filled in', async () => {
    const prepared = await preparePage(async (mark) => `الف${mark('a')}ب${mark('b')}`);
    expect(fillPage(prepared, new Map([['b', '!']])).toString()).toBe('الفب!');
  });

  it('is drawn once for each questionnaire and name, and again after a failure', async () => {
    const cache = new PageCache();
    const questionnaire = {} as Questionnaire;
    let drawn = 0;
    const draw = async () => {
      drawn += 1;
      if (drawn === 1) throw new Error('no template');
      return 'page';
    };
    await expect(cache.page(questionnaire, '1 fa', draw)).rejects.toThrow('no template');
    await Promise.all([cache.page(questionnaire, '1 fa', draw), cache.page(questionnaire, '1 fa', draw)]);
    expect(drawn).toBe(2);
    await cache.page({} as Questionnaire, '1 fa', draw);
    expect(drawn).toBe(3);
  });
});
