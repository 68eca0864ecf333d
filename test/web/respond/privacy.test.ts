import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticRoot } from '../../../src/web/assets.ts';
import { PERSIAN_FONT } from '../../../src/web/respond/draw-page.ts';
import { HttpClient, type Reply } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { Respondent } from './respondent.ts';

let server: TestServer;
let code: string;
beforeAll(async () => {
  server = await startTestServer();
  code = await server.exampleCode();
});
afterAll(() => server.close());

describe('every respondent page', () => {
  it('sets no cookie, is never stored or indexed, and allows nothing inline or from elsewhere', async () => {
    const someone = new Respondent(server, code);
    const replies: Reply[] = [await someone.begin(), await someone.show(1), await someone.finish()];
    replies.push(await someone.show('thanks'), await someone.client.get('/s/unknown'));
    replies.push(await new HttpClient(server.address).get(`/s/${code}`));
    for (const { headers, html } of replies) {
      expect(headers.getSetCookie()).toEqual([]);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('etag')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(html).not.toMatch(/<[^>]+ style=|<script>|<[^>]+ on\w+=|https?:\/\/(?!www\.w3\.org)/);
    }
  });

  it('leaves neither address nor browser of a respondent in the database file or the log', async () => {
    const someone = new Respondent(server, code);
    const agent = 'Telephone-of-somebody/7';
    await someone.begin();
    await fetch(server.address + someone.path(1), {
      method: 'POST',
      headers: { 'user-agent': agent, 'x-forwarded-for': '203.0.113.77' },
      body: new URLSearchParams({ go: 'skip' }),
    });
    const file = ['', '-wal'].map((end) => readFileSync(server.databaseFile + end, 'latin1')).join('');
    expect(file).toContain(someone.key);
    for (const trace of [agent, '203.0.113.77', '127.0.0.1']) {
      expect(file).not.toContain(trace);
      expect(server.logged.join('\n')).not.toContain(trace);
    }
  });
});

describe('the weight of a page', () => {
  it('is packed for browsers that can unpack, and plain for those that cannot', async () => {
    const someone = new Respondent(server, code);
    await someone.begin();
    const packed = await fetch(server.address + someone.path(1));
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(8192);
    const plain = await fetch(server.address + someone.path(1), {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await packed.text());
  });

  it('names the font as the style sheet does, so that it is fetched once', () => {
    const css = readFileSync(join(staticRoot, 'css/tokens.css'), 'utf8');
    expect(css).toContain(`"../${PERSIAN_FONT.replace('/static/', '')}"`);
  });
});
