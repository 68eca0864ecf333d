// The analyst's pages in a real browser: nothing overlaps or stands out, accessible, mirrored in Persian, light and dark; the
// Explore page with and without script.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpClient } from '../support/http-client.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { axeFindings, doubleText, overflowOf, watchFaults } from './inspect-page.ts';
import { launchBrowser } from './launch-browser.ts';

const email = 'analyst@example.org';
const password = 'a long enough password';
const tabs = ['', '/items', '/correlations', '/model', '/explore', '/downloads', '/import'];
let server: TestServer;
let browser: Browser;
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
let session: Session | undefined;

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  await new HttpClient(server.address).submit(await server.setUpPath(), { name: 'Analyst', email, password });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const statistics = (rest = '') => `${server.address}/studies/social-security/versions/1/statistics${rest}`;

/** A page of the analyst in a language; signing in happens once, the language belongs to the account. */
async function signedIn(
  language: 'en' | 'fa',
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page }> {
  session ??= await signIn();
  const context = await browser.newContext({ locale: 'en-GB', storageState: session, ...options });
  const page = await context.newPage();
  await page.goto(`${server.address}/studies`);
  if ((await page.getAttribute('html', 'lang')) !== language) await page.click(`button[value=${language}]`);
  await page.waitForLoadState('networkidle');
  return { context, page };
}

async function signIn(): Promise<Session> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.address}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('main button');
  await page.waitForURL('**/studies');
  const state = await context.storageState();
  await context.close();
  return state;
}

describe.each([
  ['en', 1280, 'light'],
  ['en', 390, 'dark'],
  ['fa', 1280, 'dark'],
  ['fa', 390, 'light'],
] as const)('in %s at %i px, %s', (language, width, colorScheme) => {
  it('every page is accessible, fits, loads cleanly and says its language', {
    timeout: 120_000,
  }, async () => {
    const { context, page } = await signedIn(language, { viewport: { width, height: 900 }, colorScheme });
    const faults = watchFaults(page, server.address);
    const titles = new Set<string>();
    for (const tab of tabs) {
      await page.goto(statistics(tab));
      // Leaving earlier would break off the loading of a font or the icon, which is no fault of the page.
      await page.waitForLoadState('networkidle');
      expect(await axeFindings(page), tab).toEqual([]);
      expect(await overflowOf(page), tab).toBe(0);
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'fa' ? 'rtl' : 'ltr');
      expect(await page.locator('h1').count()).toBe(1);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(tabs.length);
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('text of twice the size stays inside the page', { timeout: 60_000 }, async () => {
  const { context, page } = await signedIn('en', { viewport: { width: 390, height: 844 } });
  for (const tab of tabs) {
    await page.goto(statistics(tab));
    await doubleText(page);
    expect(await overflowOf(page), tab).toBe(0);
  }
  await context.close();
});

interface Rectangle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes of the elements in the figure's own coordinates, as the browser drew them; of a text the part that has ink. */
function boxesOf(page: Page, selector: string): Promise<readonly Rectangle[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = (element as SVGGraphicsElement).getBBox();
      const name = element.getAttribute('data-node') ?? element.textContent ?? '';
      // A line's box reaches above its letters and below them.
      const air = element.tagName === 'text' ? height * 0.2 : 0;
      return { name, x, y: y + air, width, height: height - 2 * air };
    }),
  );
}

function overlapping(boxes: readonly Rectangle[]): readonly string[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart ? [] : [`${a.name} / ${b.name}`];
    }),
  );
}

describe('the path diagram', () => {
  it('keeps words inside their boxes and labels apart, and is mirrored in Persian', {
    timeout: 60_000,
  }, async () => {
    const places = new Map<string, readonly Rectangle[]>();
    for (const language of ['en', 'fa'] as const) {
      const { context, page } = await signedIn(language, { viewport: { width: 1280, height: 900 } });
      await page.goto(statistics('/model'));
      await page.evaluate(() => document.fonts.ready);
      const boxes = await boxesOf(page, 'svg .box');
      const texts = await boxesOf(page, 'svg text');
      expect(boxes).toHaveLength(6);
      expect(overlapping(boxes)).toEqual([]);
      const isInside = (text: Rectangle, box: Rectangle) =>
        text.x >= box.x &&
        text.x + text.width <= box.x + box.width &&
        text.y >= box.y &&
        text.y + text.height <= box.y + box.height;
      const labels = texts.filter((text) => !boxes.some((box) => isInside(text, box)));
      // Six paths, six labels; every other text lies wholly inside a box.
      expect(labels.map(({ name }) => name)).toHaveLength(6);
      expect(overlapping([...boxes, ...labels])).toEqual([]);
      places.set(language, boxes);
      await context.close();
    }
    const place = (language: string, node: string) =>
      places.get(language)!.find(({ name }) => name === node)!;
    expect(place('en', 'causal').x).toBeLessThan(place('en', 'consequences').x);
    expect(place('fa', 'causal').x).toBeGreaterThan(place('fa', 'consequences').x);
    for (const language of ['en', 'fa']) {
      expect(place(language, 'context').y).toBeLessThan(place(language, 'strategies').y);
      expect(place(language, 'intervening').y).toBeGreaterThan(place(language, 'strategies').y);
    }
  });
});

it('the Likert bars: no label leaves its segment, no item text reaches the bars', {
  timeout: 60_000,
}, async () => {
  for (const language of ['en', 'fa'] as const) {
    const { context, page } = await signedIn(language, { viewport: { width: 1280, height: 900 } });
    for (const likert of ['centred', 'aside', 'full']) {
      await page.goto(statistics(`/items?likert=${likert}`));
      await page.evaluate(() => document.fonts.ready);
      expect(overlapping(await boxesOf(page, 'svg text')), `${language} ${likert}`).toEqual([]);
      expect(await page.locator('svg .segment').count()).toBeGreaterThan(200);
    }
    await context.close();
  }
});

it('the heat map is read in the dark and in the light', { timeout: 60_000 }, async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { context, page } = await signedIn('en', { colorScheme });
    await page.goto(statistics('/correlations?missing=pairwise'));
    const contrasts = await page.locator('table.heat td:not(.empty)').evaluateAll((cells) =>
      cells.map((cell) => {
        const style = getComputedStyle(cell);
        const luminance = (colour: string) => {
          const parts = colour
            .match(/[\d.]+/g)!
            .slice(0, 3)
            .map((part) => Number(part) / 255);
          const [red, green, blue] = parts.map((part) =>
            part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
        };
        const background =
          style.backgroundColor === 'rgba(0, 0, 0, 0)'
            ? getComputedStyle(document.body).backgroundColor
            : style.backgroundColor;
        const [dark, light] = [luminance(style.color), luminance(background)].sort((a, b) => a - b);
        return (light! + 0.05) / (dark! + 0.05);
      }),
    );
    expect(contrasts.length).toBeGreaterThan(60);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    await context.close();
  }
});

describe('Explore', () => {
  it('draws the numbers of its table and lets the arrow keys read them', { timeout: 60_000 }, async () => {
    const { context, page } = await signedIn('en', { viewport: { width: 1280, height: 900 } });
    for (const choice of ['?of=c:SG&by=q.relation', '?of=i:NI3&by=q.gender']) {
      await page.goto(statistics(`/explore${choice}`));
      const canvas = page.locator('.chart canvas');
      await canvas.waitFor();
      expect((await canvas.boundingBox())!.height).toBeGreaterThan(80);
      const isBlank = await canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const pixels = (element as HTMLCanvasElement)
          .getContext('2d')!
          .getImageData(0, 0, width, height).data;
        return pixels.every((value) => value === 0);
      });
      expect(isBlank).toBe(false);
      await canvas.focus();
      await page.keyboard.press('ArrowDown');
      const said = (await page.locator('.chart [role=status]').textContent())!;
      const row = await page.locator('table[data-table=explore] tbody tr').first().textContent();
      const number = /\d+\.\d+%?/.exec(said)![0];
      expect(row).toContain(number);
    }
    await context.close();
  });

  it('works without script: choose, apply, read the table', { timeout: 60_000 }, async () => {
    const { context, page } = await signedIn('en', { javaScriptEnabled: false });
    await page.goto(statistics('/explore'));
    await page.selectOption('#of', 'c:PE');
    await page.selectOption('#by', 'mode');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL('**/explore?*of=c%3APE*');
    expect(await page.locator('.chart').isHidden()).toBe(true);
    expect(await page.locator('table[data-table=explore] tbody tr').count()).toBe(3);
    await page.check('input[name=missing][value=pairwise]');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL('**/explore?*missing=pairwise*');
    expect(page.url()).toContain('of=c%3APE');
    expect(await page.locator('main').textContent()).toContain('pairwise');
    await context.close();
  });
});

it('an address leads to the same page in another browser', { timeout: 60_000 }, async () => {
  const texts: (string | null)[] = [];
  for (let i = 0; i < 2; i++) {
    const { context, page } = await signedIn('en', { javaScriptEnabled: false });
    await page.goto(statistics('?missing=person-mean&share=0.75'));
    texts.push(await page.locator('main').textContent());
    await context.close();
  }
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).toContain('at least 75% of them');
});
