import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../../src/domain/problem.ts';
import type { SubmissionWriter } from '../../../src/domain/submission.ts';
import { HttpClient } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { checkedIn, Respondent } from './respondent.ts';

let server: TestServer;
let code: string;
beforeAll(async () => {
  server = await startTestServer();
  code = await server.exampleCode();
});
afterAll(() => server.close());

function rows(): unknown {
  const database = new Database(server.databaseFile, { readonly: true });
  const all = database.prepare("SELECT * FROM submission WHERE mode = 'web' ORDER BY id").all();
  database.close();
  return all;
}
async function begun(language = 'en'): Promise<Respondent> {
  const someone = new Respondent(server, code);
  await someone.begin(language);
  return someone;
}

describe('posted directly', () => {
  const goodKey = 'A'.repeat(22);
  it.each([
    ['no consent', { key: goodKey }, 'only begin if you agree'],
    ['consent of another kind', { key: goodKey, consent: 'true' }, 'only begin if you agree'],
    ['no key', { consent: 'yes' }, 'no valid key'],
    ['a short key', { consent: 'yes', key: 'short' }, 'no valid key'],
    ['a key with markup', { consent: 'yes', key: `${goodKey}"><script>` }, 'no valid key'],
    ['an older version', { consent: 'yes', key: goodKey, version: '7' }, 'has been renewed'],
  ])('a beginning with %s is refused, and the page says why', async (_name, fields, words) => {
    const before = rows();
    const reply = await new HttpClient(server.address).post(`/s/${code}?lang=en`, fields);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(words);
    expect(reply.html).not.toContain('<script>');
    expect(rows()).toEqual(before);
  });

  it.each<[string, Array<[string, string]>, string]>([
    ['an item of another page', [['q9', '1']], '“q9” does not belong'],
    ['an item key', [['constructor', '1']], '“constructor” does not belong'],
    ['__proto__', [['__proto__', '1']], '“__proto__” does not belong'],
    ['__proto__ as a path', [['__proto__[q1]', '1']], '“__proto__[q1]” does not belong'],
    ['a number out of range', [['q1', '6']], 'answer to question 1 is not one of those offered'],
    ['a word', [['q1', 'strongly']], 'answer to question 1 is not one of those offered'],
    [
      'two answers',
      [
        ['q2', '1'],
        ['q2', '5'],
      ],
      'Question 2 was answered more than once',
    ],
    ['an array', [['q2[]', '1']], '“q2[]” does not belong'],
    ['markup', [['"><script>alert(1)</script>', '1']], 'does not belong'],
  ])('a page with %s is refused whole, and keeps the good answers', async (_name, wrong, words) => {
    const someone = await begun();
    const before = rows();
    const reply = await someone.send(1, [['q3', '4'], ...wrong]);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(words);
    expect(reply.html).not.toContain('<script>alert');
    expect(reply.html).toContain('<title>Not saved: ');
    expect(checkedIn(reply.html).q3).toBe('4');
    expect(rows()).toEqual(before);
  });

  it.each(['', 'finish', 'in-de', 'in-'])('a page with the button %j is refused', async (button) => {
    const someone = await begun();
    const before = rows();
    const reply = await someone.send(1, [['q1', '1']], button);
    expect(reply.status).toBe(422);
    expect(rows()).toEqual(before);
  });

  it('a body cut off before its button, or of another kind, is refused', async () => {
    const someone = await begun();
    const before = rows();
    expect((await someone.client.post(someone.path(1), [['q1', '1']])).status).toBe(422);
    for (const type of ['application/json', 'multipart/form-data', 'text/plain']) {
      const reply = await fetch(server.address + someone.path(1), {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"go":"next","q1":"1"}',
      });
      expect(reply.status).toBe(422);
      expect(await reply.text()).toContain('a form that we cannot read');
    }
    expect(rows()).toEqual(before);
  });

  it('a huge body gets 413 in the language of the browser', async () => {
    const someone = await begun();
    const reply = await fetch(server.address + someone.path(1), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fa' },
      body: `q1=${'1'.repeat(200_000)}`,
    });
    expect(reply.status).toBe(413);
    expect(await reply.text()).toContain('lang="fa"');
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    ['/s/nothing-here', 404],
    ['/s/nothing-here/declined', 404],
    ['/s/%E0%A4%A', 400],
    ['/s/a/b/c/d', 404],
    ['/s/', 404],
  ])('%s answers %i with a page', async (path, status) => {
    const reply = await new HttpClient(server.address).get(path);
    expect(reply.status).toBe(status);
    expect(reply.html).toContain('<h1>');
    expect(reply.html).not.toMatch(/at \w+.*\.(ts|js)/);
  });

  it('an unknown key answers 404 for reading and sending alike', async () => {
    const path = `/s/${code}/${'x'.repeat(22)}/1`;
    const client = new HttpClient(server.address);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.post(path, { go: 'next' })).status).toBe(404);
  });

  it.each(['0', '8', '01', '-1', '1e1', 'x', '99999', '__proto__'])(
    'page %s of a submission answers 404 in its language, with a way back',
    async (page) => {
      const someone = await begun('en');
      const path = `/s/${code}/${someone.key}/${page}`;
      const reply = await someone.client.get(path);
      expect(reply.status).toBe(404);
      expect(reply.html).toContain('There is no such page');
      expect(reply.html).toContain(`href="/s/${code}?lang=en"`);
      expect((await someone.client.post(path, { go: 'next' })).status).toBe(404);
    },
  );

  it('somebody else’s simulated answers cannot be opened', async () => {
    const database = new Database(server.databaseFile, { readonly: true });
    const key = database.prepare("SELECT key FROM submission WHERE mode = 'simulated'").pluck().get();
    database.close();
    const reply = await new HttpClient(server.address).get(`/s/${code}/${String(key)}/thanks`);
    expect(reply.status).toBe(404);
  });
});

describe('a closed questionnaire', () => {
  afterEach(async () => {
    const deployment = await server.deps.studies.findOptionalDeploymentByCode(code);
    await server.deps.studies.setDeploymentState(deployment!.id, 'open');
  });

  it('answers 410 in the survey’s language to everybody but those who had finished', async () => {
    const [finished, under] = [await begun('en'), await begun('en')];
    await finished.finish('2');
    const deployment = await server.deps.studies.findOptionalDeploymentByCode(code);
    await server.deps.studies.setDeploymentState(deployment!.id, 'closed');
    const before = rows();

    const client = new HttpClient(server.address);
    const front = await client.get(`/s/${code}`);
    expect(front.status).toBe(410);
    expect(front.html).toContain('این پرسشنامه بسته شده است');
    const begin = await client.post(`/s/${code}?lang=en`, { key: 'k'.repeat(24), consent: 'yes' });
    expect(begin.status).toBe(410);
    expect(begin.html).toContain('This questionnaire is closed');
    expect((await under.show(1)).status).toBe(410);
    expect((await under.send(1, [['q1', '1']], 'skip')).status).toBe(410);
    expect(rows()).toEqual(before);
    expect((await finished.show('thanks')).status).toBe(200);
  });
});

describe('when the answers cannot be stored', () => {
  const writerOf = (): { write: SubmissionWriter['write'] } => server.deps.submissionWriter;
  let write: SubmissionWriter['write'];
  beforeAll(() => {
    write = writerOf().write;
  });
  afterEach(() => {
    writerOf().write = write;
  });
  const fail = (error: Error) => {
    writerOf().write = async () => {
      throw error;
    };
  };

  it('the page comes back with every answer, says so, and tells the browser when to try again', async () => {
    const someone = await begun('en');
    fail(problems.notSaved());
    const reply = await someone.send(1, [
      ['q1', '2'],
      ['q2', 'na'],
    ]);
    expect(reply.status).toBe(503);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(reply.html).toContain('Your answers could not be saved just now');
    expect(checkedIn(reply.html)).toEqual({ q1: '2', q2: 'na' });
    expect(reply.html).toContain(`action="${someone.path(1)}"`);
  });

  it('the beginning keeps its key, so that trying again still begins once', async () => {
    fail(problems.notSaved());
    const someone = new Respondent(server, code);
    const reply = await someone.begin('en');
    expect(reply.status).toBe(503);
    expect(reply.html).toContain(`name="key" value="${someone.key}"`);
  });

  it('a mistake of ours answers 500 with a number and no trace, and logs no address', async () => {
    const someone = await begun('en');
    fail(new Error('disk on fire'));
    const reply = await someone.send(1, [['q1', '2']], 'skip');
    expect(reply.status).toBe(500);
    expect(reply.html).not.toContain('disk on fire');
    const id = /Number in our log: (\w+)/.exec(reply.html)?.[1];
    expect(server.logged.at(-1)).toContain(id);
    expect(server.logged.join('\n')).not.toContain(someone.key);
  });
});

describe('a limit of posts a minute', () => {
  it('gives the page back with its answers, and lets people read on', async () => {
    const strict = await startTestServer({ environment: { AXIAL_RESPONDENT_LIMIT: '3' } });
    try {
      const someone = new Respondent(strict, await strict.exampleCode());
      await someone.begin('en');
      await someone.fill(1);
      await someone.fill(2);
      const reply = await someone.send(3, [['q17', '4']]);
      expect(strict.logged).toEqual([]);
      expect(reply.status).toBe(429);
      expect(reply.headers.get('retry-after')).toBe('60');
      expect(reply.html).toContain('Many answers are coming from your network');
      expect(checkedIn(reply.html)).toEqual({ q17: '4' });
      expect((await someone.show(3)).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
