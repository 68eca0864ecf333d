import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing of the browser's own business: no updates, no sync, no traffic but ours. */
const args = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of CHROME_PATH, an installed Chrome or Chromium, or the one that came as a package, in this order. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
    return chromium.launch({ executablePath: named, args });
  }
  const found = installed.find((path) => existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args });
  return launchPackaged();
}

async function launchPackaged(): Promise<Browser> {
  try {
    const packaged = (await import('@sparticuz/chromium')).default;
    return await chromium.launch({
      executablePath: await packaged.executablePath(),
      args: [...packaged.args, ...args],
    });
  } catch (error) {
    throw new Error(
      'There is no browser for the browser tests: install Chrome or Chromium, or name one in CHROME_PATH. ' +
        `(The packaged one, for Linux on x64, said: ${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
