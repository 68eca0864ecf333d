// The researcher's pages in a real browser, without script: edit, move, paste, preview, publish; and on every page no
// fault of accessibility, no sideways scrolling, right directions, in both languages, light and dark, wide and narrow.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HttpClient } from '../support/http-client.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { launchBrowser } from './launch-browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const email = 'researcher@example.org';
const password = 'a long enough password';
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  await new HttpClient(server.address).submit(await server.setUpPath(), { name: 'پژوهشگر', email, password });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function signIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.address}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('main button');
  await page.waitForURL('**/studies');
  return page;
}

const byId = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const study = () => `${server.address}/studies/social-security`;

it('edits, moves, pastes, previews and publishes without script', { timeout: 120_000 }, async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  const page = await signIn(context);

  await page.goto(`${study()}/items`);
  await byId(page, 'text:fa:SG2').fill('سازمان به پیشنهاد "مردم" <پاسخ> می‌دهد.');
  await page.getByRole('button', { name: 'Move SG2 down' }).click();
  await page.waitForURL('**/items?at=*');
  expect(await page.getByRole('status').textContent()).toContain('is now 3 of 4');
  const focused = page.locator('button[autofocus]');
  expect(await focused.getAttribute('aria-label')).toBe('Move SG2 down');
  const keys = await page.locator('table.items tbody').first().locator('th[scope=row]').allTextContents();
  expect(keys).toEqual(['SG1', 'SG3', 'SG2', 'SG4']);
  expect(await byId(page, 'text:fa:SG2').inputValue()).toBe('سازمان به پیشنهاد "مردم" <پاسخ> می‌دهد.');

  await page.locator('details.paste summary').click();
  await page.fill('#paste', '- سازمان برای مردم وقت نمی‌گذارد.\nسازمان به مردم خبر می‌دهد.');
  await page.selectOption('#paste-language', 'fa');
  await page.selectOption('#paste-construct', 'SG');
  await page.getByRole('button', { name: 'Check these lines' }).click();
  await page.getByRole('button', { name: 'Add 2 items' }).click();
  await page.waitForURL('**/items');

  // The new items have no English text yet: publishing says so and leads to the field.
  await page.goto(`${study()}/publish`);
  expect(await page.locator('button.publish').isDisabled()).toBe(true);
  await page.getByRole('link', { name: 'SG5 has no text in English.' }).click();
  await page.waitForURL('**/items#text:en:SG5');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text:en:SG5');
  await byId(page, 'text:en:SG5').fill('The organisation does not make time for people.');
  await byId(page, 'text:en:SG6').fill('The organisation keeps people informed.');
  await page.locator('button.save').first().click();

  await page.goto(`${study()}/preview?in=fa&page=1`);
  const preview = page.frameLocator('.phone iframe');
  expect(await preview.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await preview.locator('main').textContent()).toContain('سازمان به پیشنهاد "مردم" <پاسخ> می‌دهد.');
  await preview.locator('form .go button').first().click();
  await preview.getByText('مردم و سازمان').waitFor();

  await page.goto(`${study()}/publish`);
  expect(await page.locator('.changes').textContent()).toContain('SG5');
  await page.fill('#note', 'Two more items');
  await page.locator('button.publish').click();
  await page.waitForURL('**/versions/2');
  expect(await page.locator('textarea').count()).toBe(0);
  expect(await page.locator('main').textContent()).toMatch(/[0-9a-f]{64}/);
  await context.close();
});

const paths = [
  '',
  '/categories',
  '/constructs',
  '/items',
  '/scales',
  '/questions',
  '/pages',
  '/paths',
  '/consent',
  '/preview?page=1',
  '/publish',
  '/versions',
  '/versions/1',
  '/delete?kind=construct&key=SG',
  '/delete?kind=role&key=core',
];

it.each([
  ['en', 1280, 'light'],
  ['fa', 390, 'dark'],
] as const)(
  'is sound on every page: %s, %i px, %s',
  { timeout: 240_000 },
  async (language, width, colorScheme) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      locale: language,
    });
    const page = await signIn(context);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page
      .locator(`button[name=language][value=${language}]`)
      .click({ timeout: 2000 })
      .catch(() => undefined);
    for (const url of [
      `${server.address}/studies`,
      `${server.address}/studies/new`,
      ...paths.map((path) => study() + path),
    ]) {
      await page.goto(url);
      expect(await page.locator('html').getAttribute('lang'), url).toBe(language);
      expect(await page.locator('h1').count(), url).toBe(1);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${url} scrolls sideways`).toBe(0);
      expect(await axeViolations(page), url).toEqual([]);
    }
    await page.goto(`${study()}/items`);
    expect(await byId(page, 'text:fa:SG1').evaluate((field) => getComputedStyle(field).direction)).toBe(
      'rtl',
    );
    expect(await byId(page, 'text:en:SG1').evaluate((field) => getComputedStyle(field).direction)).toBe(
      'ltr',
    );
    expect(
      await page
        .locator('.items th code')
        .first()
        .evaluate((key) => getComputedStyle(key).direction),
    ).toBe('ltr');
    expect(complaints).toEqual([]);
    await context.close();
  },
);

async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }>;
      };
    };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // The framed questionnaire has tests of its own.
    const { violations } = await axe.run(document, { iframes: false, runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}
