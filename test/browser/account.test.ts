// Sign-in, one-time links, account and members: sound in both languages, on phone and desk, light and dark.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOneTimeLink } from '../../src/actions/one-time-link.ts';
import { links } from '../../src/web/links.ts';
import { HttpClient } from '../support/http-client.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { axeFindings, overflowOf, watchFaults } from './inspect-page.ts';
import { launchBrowser } from './launch-browser.ts';

const account = { name: 'پژوهشگر', email: 'owner@example.org', password: 'a long enough password' };
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

for (const [language, width, colorScheme] of [
  ['en', 1280, 'light'],
  ['en', 390, 'dark'],
  ['fa', 1280, 'dark'],
  ['fa', 390, 'light'],
] as const)
  it(`pages of accounts are sound in ${language} at ${width} px, ${colorScheme}`, async () => {
    const secret = await makeOneTimeLink(server.deps, { purpose: 'first-account' });
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      locale: language === 'fa' ? 'fa-IR' : 'en-GB',
    });
    const page = await context.newPage();
    const faults = watchFaults(page, server.address);
    const found: string[] = [];
    const look = async (path: string) => {
      // Leaving before the icon has come would look like a failed request.
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      const direction = await page.locator('html').getAttribute('dir');
      if (direction !== (language === 'fa' ? 'rtl' : 'ltr')) found.push(`${path}: ${direction}`);
      if ((await overflowOf(page)) > 0) found.push(`${path}: scrolls sideways`);
      found.push(...(await axeFindings(page)).map((finding) => `${path}: ${finding}`));
    };
    await look('/sign-in');
    await look(links.setUp(secret));
    if ((await server.deps.accounts.countAccounts()) === 0)
      await new HttpClient(server.address).submit(await server.setUpPath(), account);
    const known = await server.deps.accounts.findOptionalAccountByEmail(account.email);
    await server.deps.accounts.updateLanguage(known!.id, language);
    await page.goto(`${server.address}/sign-in`);
    await page.fill('#email', account.email);
    await page.fill('#password', account.password);
    await page.click('main button');
    await page.waitForURL('**/studies', { waitUntil: 'networkidle' });
    for (const path of ['/account', '/studies/social-security/members', '/no-such-page']) await look(path);
    expect(found).toEqual([]);
    // The page that does not exist is meant to be missing.
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await context.close();
  });
