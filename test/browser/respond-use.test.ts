import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
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

async function begin(language: string, javaScriptEnabled: boolean, width = 390): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${front}?lang=${language}`);
  await page.click('#agree');
  await page.waitForURL('**/1');
  return page;
}
function storedRow(page: Page): { answers: string; layout: string | null; pages_sent: number } {
  const key = new URL(page.url()).pathname.split('/')[3];
  const database = new Database(server.databaseFile, { readonly: true });
  const row = database.prepare('SELECT answers, layout, pages_sent FROM submission WHERE key = ?').get(key);
  database.close();
  return row as { answers: string; layout: string | null; pages_sent: number };
}
const focused = (page: Page) =>
  page.evaluate(() => {
    const { id, value, name } = document.activeElement as HTMLInputElement;
    return id || `${name}=${value}`;
  });

describe('with the keyboard alone', () => {
  it('one stop for each question and button, visible and uncovered, and arrows along the scale', async () => {
    const page = await begin('fa', false, 1280);
    const stops: string[] = [];
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === 'undefined=undefined' || stops.includes(stop)) break;
      stops.push(stop);
      const seen = await page.evaluate(() => {
        const element = document.activeElement!;
        const box = (element.closest('.opt') ?? element).getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const outlined = [element, element.closest('.opt')].some(
          (one) =>
            one &&
            Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2 &&
            getComputedStyle(one).outlineStyle !== 'none',
        );
        return outlined && top !== null && (element.closest('.opt') ?? element).contains(top);
      });
      expect([stop, seen]).toEqual([stop, true]);
    }
    const questions = Array.from({ length: 8 }, (_, index) => `q${index + 1}-1`);
    expect(stops).toEqual([...questions, 'go=next', 'go=in-en']);

    await page.focus('#q1-1');
    await page.keyboard.press('Space');
    expect(await page.isChecked('#q1-1')).toBe(true);
    // Right to left: the next option stands at the left.
    await page.keyboard.press('ArrowLeft');
    expect(await page.isChecked('#q1-2')).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#summary');
    expect(await page.isChecked('#q1-2')).toBe(true);
  });

  it('the reminder has the focus, and its links lead to the first option of what was missed', async () => {
    const page = await begin('en', false);
    for (const number of [1, 2, 4, 5, 6, 7]) await page.check(`#q${number}-3`);
    await page.click('.go button');
    await page.waitForSelector('#summary');
    expect(await focused(page)).toBe('summary');
    expect(await page.title()).toMatch(/^Not answered yet: /);
    const links = await page
      .locator('#summary a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(['#q3-1', '#q8-1']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    expect(await page.isChecked('#q3-1')).toBe(true);
    expect(await page.locator('.missed .message').allTextContents()).toEqual(
      await page.locator('#summary a').allTextContents(),
    );
    await page.context().close();
  });
});

describe('script on and script off', () => {
  it('store the same answers; only with script the layout is known', async () => {
    const rows = [];
    for (const [script, width, layout] of [
      [false, 390, null],
      [true, 390, 'stacked'],
      [true, 1280, 'row'],
    ] as const) {
      const page = await begin('fa', script, width);
      await page.check('#q1-2');
      await page.check('#q2-na');
      await page.click('.go button');
      await page.waitForSelector('#summary');
      await page.check('#q4-5');
      await page.click('button[value=skip]');
      await page.waitForURL('**/2');
      await page.click('button[value=back]');
      await page.waitForURL('**/1');
      expect(await page.isChecked('#q4-5')).toBe(true);
      const row = storedRow(page);
      expect(row.layout).toBe(layout);
      rows.push([row.answers, row.pages_sent]);
      await page.context().close();
    }
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });

  it('switch the language with the answers kept', async () => {
    for (const script of [false, true]) {
      const page = await begin('fa', script);
      await page.check('#q5-4');
      await page.click('button[value=in-en]');
      await page.waitForURL('**/1?lang=en');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      expect(await page.isChecked('#q5-4')).toBe(true);
      await page.context().close();
    }
  });

  it('press the button twice, and one page is stored', async () => {
    for (const script of [false, true]) {
      const page = await begin('en', script);
      for (let number = 1; number <= 8; number += 1) await page.check(`#q${number}-1`);
      await page.locator('.go button').first().dblclick();
      await page.waitForURL('**/2');
      expect(storedRow(page).pages_sent).toBe(1);
      await page.context().close();
    }
  });
});

describe('when the line is cut', () => {
  it('the page says so, keeps the answers, also over a reload, and sends them when asked again', async () => {
    const page = await begin('fa', true);
    for (let number = 1; number <= 8; number += 1) await page.check(`#q${number}-${(number % 5) + 1}`);
    await page.context().setOffline(true);
    await page.click('.go button');
    await page.waitForSelector('#offline:visible');
    expect(await page.textContent('#offline')).toContain('اتصال اینترنت');
    expect(await page.locator('input:checked').count()).toBe(8);
    await page.context().setOffline(false);
    await page.reload();
    expect(await page.locator('input:checked').count()).toBe(8);
    await page.click('.go button');
    await page.waitForURL('**/2');
    expect(storedRow(page).answers).toContain('2');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.context().close();
  });

  it('the page that says “not saved” appears with script too', async () => {
    const page = await begin('en', true);
    await page.check('#q1-1');
    await page.evaluate(() => {
      (document.querySelector('#q1-1') as HTMLInputElement).value = '77';
    });
    await page.click('.go button');
    await page.waitForSelector('.notice.fault');
    expect(await page.title()).toMatch(/^Not saved: /);
    await page.context().close();
  });
});

describe('the weight over the wire', () => {
  it('is at most 50 KB and 6 requests for a first page and 10 KB for later ones', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    let requests = 0;
    session.on('Network.requestWillBeSent', (event) => {
      if (!event.request.url.startsWith('data:')) requests += 1;
    });
    session.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength;
    });
    const measure = async (work: () => Promise<unknown>) => {
      bytes = 0;
      requests = 0;
      await work();
      await page.waitForLoadState('networkidle');
      return { bytes, requests };
    };
    const consent = await measure(() => page.goto(`${front}?lang=fa`));
    expect(consent.bytes).toBeLessThanOrEqual(50_000);
    expect(consent.requests).toBeLessThanOrEqual(6);
    await page.click('#agree');
    await page.waitForURL('**/1');
    await page.waitForLoadState('networkidle');
    const reached = page.url();
    const next = await measure(async () => {
      for (let number = 1; number <= 8; number += 1) await page.check(`#q${number}-1`);
      await page.click('.go button');
      await page.waitForURL('**/2');
    });
    expect(next.bytes).toBeLessThanOrEqual(10_000);
    // Somebody who goes on with an address that was kept has nothing of ours yet.
    await session.send('Network.clearBrowserCache');
    const first = await measure(() => page.goto(reached));
    expect(first.bytes).toBeLessThanOrEqual(50_000);
    expect(first.requests).toBeLessThanOrEqual(6);
    console.info(
      `bytes over the wire: consent ${consent.bytes} (${consent.requests} requests), first questions ${first.bytes} (${first.requests}), next ${next.bytes}`,
    );
    await context.close();
  });
});
