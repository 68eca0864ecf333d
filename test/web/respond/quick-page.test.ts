import { afterAll, beforeAll, expect, it } from 'vitest';
import { HttpClient } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('the quick page is the page that Express would have sent, with the same headers', async () => {
  const client = new HttpClient(server.address);
  const way = `/s/${await server.exampleCode()}`;
  const consent = await client.get(way);
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(consent.html)?.[1] ?? '';
  const begun = await client.post(way, { key: field('key'), version: field('version'), consent: 'yes' });
  expect(begun.status).toBe(303);

  const quick = await client.get(begun.location);
  // A query, even one that changes nothing, is Express's business.
  const slow = await client.get(`${begun.location}?lang=fa`);
  expect(quick.status).toBe(200);
  expect(quick.html).toContain('<fieldset');
  expect(quick.html).toBe(slow.html);
  const kept = ({ headers }: typeof quick) => [...headers].filter(([name]) => name !== 'date').sort();
  expect(kept(quick)).toEqual(kept(slow));
});
