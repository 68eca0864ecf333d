// Every route against every kind of visitor, made from the table of routes itself: a new route is in this test by being one.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayDo, type StudyRole } from '../../src/domain/permission.ts';
import { routes } from '../../src/web/routes.ts';
import { HttpClient } from '../support/http-client.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';

const password = 'a long enough password';
const clients = new Map<StudyRole | 'outsider', HttpClient>();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  const study = (await server.deps.studies.findOptionalStudyByKey('social-security'))!;
  const passwordHash = await server.deps.passwords.hash(password);
  for (const role of ['owner', 'designer', 'analyst', 'outsider'] as const) {
    const email = `${role}@example.org`;
    const account = await server.deps.accounts.insertAccount({
      name: role,
      email,
      language: 'en',
      passwordHash,
    });
    if (role !== 'outsider') await server.deps.studies.setMember(study.id, account.id, role);
    const client = new HttpClient(server.address);
    await client.submit('/sign-in', { email, password });
    clients.set(role, client);
  }
});
afterAll(() => server.close());

function addressOf(path: string): string {
  return path
    .replace(':studyKey', 'social-security')
    .replace(':number', '1')
    .replace(/:[A-Za-z]+/g, 'x');
}

const guarded = routes.filter((route) => route.access !== 'public');
const inStudies = guarded.filter((route) => route.access !== 'signed-in');

it('every route of a study names the study', () => {
  const strays = inStudies.filter((route) => !route.path.includes(':studyKey')).map((route) => route.path);
  expect(strays).toEqual([]);
});

describe('strangers', () => {
  it.each(guarded.map((route) => [route.method, route.path] as const))(
    'are turned away: %s %s',
    async (method, path) => {
      const stranger = new HttpClient(server.address);
      const address = addressOf(path);
      const reply = method === 'get' ? await stranger.get(address) : await stranger.post(address, { x: '1' });
      expect(reply.status).toBe(method === 'get' ? 303 : 401);
      if (method === 'get') expect(reply.location).toContain('/sign-in');
    },
  );
});

describe('people who are no members', () => {
  it.each(inStudies.map((route) => [route.method, route.path] as const))(
    'find no study: %s %s',
    async (method, path) => {
      const outsider = clients.get('outsider')!;
      const address = addressOf(path);
      const reply =
        method === 'get' ? await outsider.get(address) : await outsider.submit(address, {}, '/account');
      expect(reply.status).toBe(404);
    },
  );
});

for (const role of ['owner', 'designer', 'analyst'] as const) {
  const refused = inStudies.filter(
    (route) => route.access !== 'public' && route.access !== 'signed-in' && !mayDo(role, route.access),
  );
  if (refused.length > 0)
    describe(`a member who is ${role}`, () => {
      it.each(refused.map((route) => [route.method, route.path] as const))(
        'may not: %s %s',
        async (method, path) => {
          const client = clients.get(role)!;
          const address = addressOf(path);
          const reply =
            method === 'get' ? await client.get(address) : await client.submit(address, {}, '/account');
          expect(reply.status).toBe(403);
        },
      );
    });
}

describe('posts without the token of the session', () => {
  const posts = guarded.filter((route) => route.method === 'post').map((route) => route.path);
  it.each(posts)('are refused: %s', async (path) => {
    const reply = await clients.get('owner')!.post(addressOf(path), { x: '1' });
    expect(reply.status).toBe(403);
  });
});
