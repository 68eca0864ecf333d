import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { publishAgain } from '../web/respond/respondent.ts';
import { axeFindings, doubleText, overflowOf, watchFaults } from './inspect-page.ts';
import { launchBrowser } from './launch-browser.ts';

let server: TestServer;
let browser: Browser;
let front: string;
beforeAll(async () => {
  server = await startTestServer();
  front = `${server.address}/s/${await server.exampleCode()}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(language: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  await page.goto(`${front}?lang=${language}`);
  return page;
}
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1280, height: 900 } };

/** Every kind of page, in the order in which somebody meets them. */
async function* walk(page: Page): AsyncGenerator<string> {
  yield 'consent';
  await page.click('#agree');
  yield 'questions';
  await page.check('#q1-2');
  await page.click('.go button');
  await page.waitForSelector('.notice');
  yield 'reminder';
  const path = new URL(page.url()).pathname.replace(/1$/, '');
  for (let part = 1; part < 7; part += 1)
    await page.request.post(`${server.address}${path}${part}`, { form: { go: 'skip' }, maxRedirects: 0 });
  await page.goto(`${server.address}${path}7`);
  yield 'last part';
  await page.click('button[value=next]');
  await page.click('button[value=skip]');
  await page.waitForSelector('.say');
  yield 'thanks';
  await page.goto(`${server.address}${path}2`);
  yield 'finished already';
  await page.goto(`${server.address}${path}99`);
  yield 'no such page';
}

describe.each(['fa', 'en'])('in %s', { timeout: 90_000 }, (language) => {
  describe.each([
    ['phone', phone],
    ['desktop', desktop],
  ] as const)('on a %s', (_device, device) => {
    it.each(['light', 'dark'] as const)('every page is accessible and fits in %s colours', async (scheme) => {
      const page = await open(language, { ...device, colorScheme: scheme, javaScriptEnabled: true });
      const faults = watchFaults(page, server.address);
      const titles = new Set<string>();
      for await (const name of walk(page)) {
        expect([name, await axeFindings(page)]).toEqual([name, []]);
        expect([name, await overflowOf(page)]).toEqual([name, 0]);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        expect(await page.getAttribute('html', 'dir')).toBe(language === 'fa' ? 'rtl' : 'ltr');
        expect(await page.locator('h1').count()).toBe(1);
        titles.add(await page.title());
      }
      expect(titles.size).toBe(7);
      // The last of them is a 404 by intent, and Chromium calls that an error.
      expect(faults).toEqual([
        'console: Failed to load resource: the server responded with a status of 404 (Not Found)',
      ]);
      await page.context().close();
    });
  });

  it('fits at 320 pixels and with text of twice the size, where options stand stacked', async () => {
    for (const width of [320, 390, 1280]) {
      const page = await open(language, { viewport: { width, height: 900 } });
      for await (const name of walk(page)) {
        expect([name, await overflowOf(page)]).toEqual([name, 0]);
        await doubleText(page);
        expect([name, await overflowOf(page)]).toEqual([name, 0]);
        if (name === 'questions') expect(await optionRows(page)).toBe(6);
      }
      await page.context().close();
    }
  });
});

async function optionBoxes(page: Page) {
  const boxes = await page
    .locator('fieldset')
    .first()
    .locator('.opt')
    .evaluateAll((options) =>
      options.map((option) => {
        const { left, right, top, width, height } = option.getBoundingClientRect();
        return { left, right, top, width, height };
      }),
    );
  return boxes;
}
async function optionRows(page: Page): Promise<number> {
  return new Set((await optionBoxes(page)).map((box) => Math.round(box.top))).size;
}

describe('the options of a question', () => {
  it('stand stacked on a phone and in one row of equal columns on a desktop', async () => {
    const small = await open('fa', phone);
    await small.click('#agree');
    expect(await optionRows(small)).toBe(6);
    const wide = await open('fa', desktop);
    await wide.click('#agree');
    expect(await optionRows(wide)).toBe(1);
    const widths = (await optionBoxes(wide)).slice(0, 5).map((box) => box.width);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    await Promise.all([small.context().close(), wide.context().close()]);
  });

  it('stand stacked and can be chosen in browsers that know neither container queries nor :has', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...desktop });
    const page = await context.newPage();
    await page.route('**/respond.css*', async (route) => {
      const reply = await route.fetch();
      const css = (await reply.text()).replaceAll('@container', '@unknown').replaceAll(':has(', ':unknown(');
      await route.fulfill({ response: reply, body: css });
    });
    await page.goto(front);
    await page.click('#agree');
    expect(await optionRows(page)).toBe(6);
    await page.locator('.opt').nth(2).click();
    expect(await page.isChecked('#q1-3')).toBe(true);
    const border = (id: string) =>
      page.locator(id).evaluate((radio) => getComputedStyle(radio).borderTopWidth);
    expect(await border('#q1-3')).not.toBe(await border('#q1-2'));
    expect(await overflowOf(page)).toBe(0);
    await context.close();
  });

  it('keep their columns when the question is one that was missed', async () => {
    const page = await open('en', desktop);
    await page.click('#agree');
    const before = await optionBoxes(page);
    await page.click('.go button');
    await page.waitForSelector('.missed');
    const after = await optionBoxes(page);
    expect(after.map((box) => [box.left, box.width])).toEqual(before.map((box) => [box.left, box.width]));
    await page.context().close();
  });

  it('begin at the right in Persian and at the left in English, in the order of the scale', async () => {
    for (const [language, sign] of [['fa', -1] as const, ['en', 1] as const]) {
      const page = await open(language, desktop);
      await page.click('#agree');
      const lefts = (await optionBoxes(page)).map((box) => box.left * sign);
      expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
      const values = await page
        .locator('fieldset >> nth=0 >> input')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      expect(values).toEqual(['1', '2', '3', '4', '5', 'na']);
      await page.context().close();
    }
  });

  it('can be pressed anywhere on a target of 44 pixels or more', async () => {
    const page = await open('fa', phone);
    await page.click('#agree');
    const targets = await page
      .locator('.opt, button')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
    const first = page.locator('.opt').nth(0);
    const second = page.locator('.opt').nth(1);
    const { width, height } = (await first.boundingBox())!;
    for (const x of [4, width / 2, width - 4]) {
      await second.tap();
      await first.tap({ position: { x, y: height / 2 } });
      expect(await page.isChecked('#q1-1')).toBe(true);
    }
    await page.context().close();
  });
});

describe('Persian pages', () => {
  it('show no digit of another script, and keep the joiners of the study', async () => {
    const page = await open('fa', phone);
    for await (const name of walk(page)) {
      // biome-ignore lint/performance/useDomNodeTextContent: what can be seen is meant, and hidden text is not
      const text = await page.evaluate(() => document.body.innerText);
      expect([name, /[0-9٠-٩]/.exec(text)]).toEqual([name, null]);
      if (name === 'questions') {
        const study = (await server.deps.studies.findOptionalStudyByKey('social-security'))!;
        const { items, pages } = JSON.parse(study.draft) as {
          items: { key: string; text: { fa: string } }[];
          pages: { items: string[] }[];
        };
        const shown = await page.locator('legend span[dir]').allTextContents();
        expect(shown).toEqual(pages[0]!.items.map((key) => items.find((item) => item.key === key)!.text.fa));
        expect(shown.join()).toContain('\u200c');
      }
    }
    await page.context().close();
  });

  it('fetch the font that is shipped; English ones fetch none', async () => {
    for (const [language, fonts] of [['fa', 2] as const, ['en', 0] as const]) {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'font') asked.push(new URL(request.url()).pathname);
      });
      await page.goto(`${front}?lang=${language}`);
      await page.click('#agree');
      await page.waitForLoadState('networkidle');
      expect(new Set(asked).size).toBe(fonts);
      await context.close();
    }
  });
});

describe('on paper', () => {
  it('a part has every question whole, nothing filled in, no button, and says which version it is', async () => {
    const page = await open('fa', desktop);
    await page.click('#agree');
    await page.check('#q1-2');
    await page.click('.go button');
    await page.click('button[value=skip]');
    await page.click('button[value=back]');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#q1-2').isChecked()).toBe(true);
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    for (const property of ['border-top-width', 'border-top-color', 'background-color', 'width'])
      expect(await style('#q1-2', property)).toBe(await style('#q1-1', property));
    expect(await style('fieldset', 'break-inside')).toBe('avoid');
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('fieldset:visible').count()).toBe(8);
    expect(await page.locator('.paper').textContent()).toContain('نسخهٔ ۱، بخش ۱ از ۷');
    // 178 mm by 265 mm is what the margins leave of A4: the eight questions stand on one sheet.
    await page.setViewportSize({ width: 673, height: 1002 });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1002);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });
});

describe('a study with the stacked layout', () => {
  it('shows options stacked on every device', async () => {
    await publishAgain(server, (draft) => draft.replace(/"layout":\s*"adaptive"/, '"layout": "stacked"'));
    const page = await open('fa', desktop);
    await page.click('#agree');
    expect(await optionRows(page)).toBe(6);
    await page.context().close();
  });
});
