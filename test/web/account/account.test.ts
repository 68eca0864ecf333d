import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOneTimeLink } from '../../../src/actions/one-time-link.ts';
import { links } from '../../../src/web/links.ts';
import { HttpClient, signUp } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';

const PASSWORD = 'a long enough password';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the first account', () => {
  it('is made by the set-up link once, and owns the example study', async () => {
    const path = await server.setUpPath();
    const owner = new HttpClient(server.address);
    const fields = { name: 'Owner', email: 'owner@example.org', password: PASSWORD };
    const made = await owner.submit(path, fields);
    expect([made.status, made.location]).toEqual([303, '/studies']);
    expect((await owner.get('/studies/social-security/members')).status).toBe(200);
    const again = await new HttpClient(server.address).get(path);
    expect(again.status).toBe(404);
  });

  it('keeps what was typed when the form is refused, and names the field', async () => {
    const path = links.setUp(await makeOneTimeLink(server.deps, { purpose: 'first-account' }));
    const client = new HttpClient(server.address);
    const refused = await client.submit(path, { name: '"><script>x', email: 'nonsense', password: 'short' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="&#34;&gt;&lt;script&gt;x"');
    expect(refused.html).toContain('value="nonsense"');
    expect(refused.html).toContain('id="password-error"');
    expect(refused.html).not.toContain('<script>x');
  });
});

describe('signing in', () => {
  it('gives the same message for a wrong password and an unknown e-mail', async () => {
    const replies = [];
    for (const email of ['owner@example.org', 'nobody@example.org']) {
      const client = new HttpClient(server.address);
      replies.push(await client.submit('/sign-in', { email, password: 'not the password' }));
    }
    const alerts = replies.map((reply) => /role="alert">([^<]*)</.exec(reply.html)?.[1]);
    expect(replies.map((reply) => reply.status)).toEqual([422, 422]);
    expect(alerts[0]).toBeTruthy();
    expect(alerts[0]).toBe(alerts[1]);
  });

  it('changes the session id, and signing out ends the session', async () => {
    const client = new HttpClient(server.address);
    const before = (await client.get('/sign-in')).headers.get('set-cookie');
    const inside = await client.submit('/sign-in', { email: 'OWNER@example.org', password: PASSWORD });
    expect(inside.status).toBe(303);
    expect(inside.headers.get('set-cookie')).not.toBe(before);
    expect((await client.get('/account')).status).toBe(200);
    await client.submit('/sign-out', {}, '/account');
    expect((await client.get('/account')).location).toBe('/sign-in?wanted=%2Faccount');
  });

  it('refuses a post without the session’s token', async () => {
    const client = new HttpClient(server.address);
    await client.get('/sign-in');
    const reply = await client.post('/sign-in', { email: 'owner@example.org', password: PASSWORD });
    expect(reply.status).toBe(403);
  });

  it('leads back to the page that was wanted', async () => {
    const client = new HttpClient(server.address);
    const { location } = await client.get('/account');
    const page = await client.get(location);
    const wanted = /name="wanted" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
    const fields = { email: 'owner@example.org', password: PASSWORD, wanted };
    expect((await client.submit('/sign-in', fields)).location).toBe('/account');
    for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example'])
      expect((await client.submit('/sign-in', { ...fields, wanted: elsewhere }, '/account')).location).toBe(
        '/studies',
      );
  });
});

describe('a changed password', () => {
  it('ends the other sessions of the account and keeps this one', async () => {
    const here = new HttpClient(server.address);
    const elsewhere = new HttpClient(server.address);
    for (const client of [here, elsewhere])
      await client.submit('/sign-in', { email: 'owner@example.org', password: PASSWORD });
    const wrong = await here.submit(
      '/account/password',
      { current: 'wrong', next: 'another long one' },
      '/account',
    );
    expect(wrong.status).toBe(422);
    const fields = { current: PASSWORD, next: 'another long password' };
    expect((await here.submit('/account/password', fields, '/account')).status).toBe(303);
    expect((await here.get('/account')).status).toBe(200);
    expect((await elsewhere.get('/account')).location).toContain('/sign-in');
    const back = { current: 'another long password', next: PASSWORD };
    await here.submit('/account/password', back, '/account');
  });

  it('can be set by a reset link, once', async () => {
    const account = await server.deps.accounts.findOptionalAccountByEmail('owner@example.org');
    const secret = await makeOneTimeLink(server.deps, { purpose: 'reset-password', accountId: account!.id });
    const client = new HttpClient(server.address);
    const reply = await client.submit(links.resetPassword(secret), { password: PASSWORD });
    expect(reply.location).toBe('/sign-in');
    expect((await client.get(links.resetPassword(secret))).status).toBe(404);
  });
});

describe('members', () => {
  it('join by a link that works once, with the role it was made for, and see only their study', async () => {
    const owner = new HttpClient(server.address);
    await owner.submit('/sign-in', { email: 'owner@example.org', password: PASSWORD });
    const members = '/studies/social-security/members';
    const page = await owner.submit('/studies/social-security/invitations', { role: 'analyst' }, members);
    const link = /value="http:\/\/[^"]*(\/join\/[^"]*)"/.exec(page.html)?.[1] ?? '';
    const analyst = new HttpClient(server.address);
    const fields = { name: 'تحلیلگر', email: 'analyst@example.org', password: PASSWORD };
    expect((await analyst.submit(link, fields)).status).toBe(303);
    expect((await new HttpClient(server.address).get(link)).status).toBe(404);
    expect((await analyst.get(members)).status).toBe(403);
    expect((await analyst.get('/studies/no-such-study/members')).status).toBe(404);
  });

  it('cannot leave a study without an owner', async () => {
    const owner = new HttpClient(server.address);
    await owner.submit('/sign-in', { email: 'owner@example.org', password: PASSWORD });
    const members = '/studies/social-security/members';
    const account = await server.deps.accounts.findOptionalAccountByEmail('owner@example.org');
    const fields = { member: String(account!.id), role: 'analyst' };
    expect((await owner.submit(members, fields)).status).toBe(422);
    expect((await owner.get(members)).status).toBe(200);
  });

  it('of one study learn nothing of another', async () => {
    const stranger = await signUp(server, 'stranger@example.org');
    await server.deps.studies.insertStudy(null, 'secret-study', '{}', 0);
    expect((await stranger.get('/studies/social-security/members')).status).toBe(404);
  });

  it('of a fallen owner’s making do not work any more, and a link changes nobody’s role', async () => {
    const study = (await server.deps.studies.findOptionalStudyByKey('social-security'))!;
    const owner = new HttpClient(server.address);
    await owner.submit('/sign-in', { email: 'owner@example.org', password: PASSWORD });
    const analyst = (await server.deps.accounts.findOptionalAccountByEmail('analyst@example.org'))!;
    await server.deps.studies.setMember(study.id, analyst.id, 'owner');
    const second = new HttpClient(server.address);
    await second.submit('/sign-in', { email: 'analyst@example.org', password: PASSWORD });
    const members = '/studies/social-security/members';
    const invite = async (role: string) => {
      const page = await second.submit('/studies/social-security/invitations', { role }, members);
      return /value="http:\/\/[^"]*(\/join\/[^"]*)"/.exec(page.html)?.[1] ?? '';
    };
    await owner.submit(await invite('analyst'), {}, '/account');
    const me = (await server.deps.accounts.findOptionalAccountByEmail('owner@example.org'))!;
    expect(await server.deps.studies.findRole(study.id, me.id)).toBe('owner');
    const link = await invite('owner');
    await owner.submit(members, { member: String(analyst.id), remove: '1' });
    expect((await second.submit(link, {}, '/account')).status).toBe(404);
    expect(await server.deps.studies.findRole(study.id, analyst.id)).toBeNull();
  });
});

describe('a session that has ended', () => {
  it('is said before anything else about a long form, which is still in the page before', async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`text:fa:X${i}`, 'گویه '.repeat(40)]),
    );
    const reply = await new HttpClient(server.address).post('/studies/social-security/items', fields);
    expect(reply.status).toBe(401);
    expect(reply.html).toContain('still on the page before');
  });
});

describe('the limit of sign-in tries', () => {
  it('counts every spelling of the address, and is apart from respondents', async () => {
    const strict = await startTestServer({ environment: { AXIAL_SIGN_IN_LIMIT: '3' } });
    try {
      const client = new HttpClient(strict.address);
      const statuses = [];
      for (let i = 0; i < 5; i++)
        statuses.push(
          (await client.submit('/sign-in', { email: 'x@example.org', password: 'wrong' })).status,
        );
      expect(statuses).toEqual([422, 422, 422, 429, 429]);
      expect((await client.post('/Sign-In', { email: 'x@example.org', password: 'wrong' })).status).not.toBe(
        422,
      );
      expect((await client.get(`/s/${await strict.exampleCode()}`)).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});

describe('strangers who look around', () => {
  it('leave no row in the table of sessions', async () => {
    const client = new HttpClient(server.address);
    for (const path of ['/no-such-page', '/studies', '/healthz', '/static/none'])
      expect((await client.get(path)).headers.get('set-cookie')).toBeNull();
  });
});

describe('a body that is cut off', () => {
  it('is refused with a sentence, not with an error of ours', async () => {
    const owner = new HttpClient(server.address);
    await owner.submit('/sign-in', { email: 'owner@example.org', password: PASSWORD });
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded; charset=klingon',
    ])
      expect((await owner.raw('/studies/import', type, '--x\r\nnot a part')).status).toBe(422);
  });
});
