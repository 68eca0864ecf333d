// The main job as its three people do it, in a real browser: the researcher edits and publishes, a respondent answers in
// Persian on a phone without script, the analyst sees the numbers change.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { launchBrowser } from './launch-browser.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function signUp(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.address + (await server.setUpPath()));
  await page.fill('#name', 'پژوهشگر');
  await page.fill('#email', 'researcher@example.org');
  await page.fill('#password', 'a long enough password');
  await page.click('main button');
  await page.waitForURL('**/studies');
  return page;
}

/** Answers every page the same way: the given option of each item, and the first of each grouping question. */
async function answerAll(page: Page): Promise<number> {
  let pages = 0;
  while (!page.url().includes('/thanks')) {
    const groups = page.locator('form fieldset');
    for (let i = 0; i < (await groups.count()); i++) {
      const options = groups.nth(i).locator('.opts label');
      await options.nth(Math.min(3, (await options.count()) - 1)).tap();
    }
    await Promise.all([page.waitForNavigation(), page.locator('form .go button').first().tap()]);
    pages++;
    if (pages > 20) throw new Error('the questionnaire does not end');
  }
  return pages;
}

it('goes from an edited item to changed statistics', { timeout: 120_000 }, async () => {
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const researcher = await signUp(desk);

  const wording = 'سازمان به گروه‌های مردمی جای جلسه می‌دهد.';
  await researcher.goto(`${server.address}/studies/social-security/items`);
  const text = researcher.locator('textarea[lang=fa]').first();
  await text.fill(wording);
  await researcher.locator('main button[name=save], main button.save').first().click();
  await researcher.goto(`${server.address}/studies/social-security/publish`);
  await researcher.locator('main form button.publish, main form button[name=publish]').first().click();
  await researcher.waitForURL('**/versions/2');

  const code = await server.exampleCode();
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled: false,
  });
  const respondent = await phone.newPage();
  await respondent.goto(`${server.address}/s/${code}`);
  expect(await respondent.locator('html').getAttribute('dir')).toBe('rtl');
  await Promise.all([respondent.waitForNavigation(), respondent.locator('#agree').first().tap()]);
  expect(await respondent.locator('main').textContent()).toContain(wording);
  expect(await answerAll(respondent)).toBeGreaterThan(3);

  const statistics = `${server.address}/studies/social-security/versions/2/statistics`;
  await researcher.goto(statistics);
  const one = await researcher.locator('main').textContent();
  for (let i = 0; i < 2; i++) {
    await respondent.goto(`${server.address}/s/${code}`);
    await Promise.all([respondent.waitForNavigation(), respondent.locator('#agree').first().tap()]);
    await answerAll(respondent);
  }
  await researcher.goto(statistics);
  const three = await researcher.locator('main').textContent();
  expect(three).not.toBe(one);
  expect(three).not.toMatch(/NaN|Infinity|undefined/);
});
