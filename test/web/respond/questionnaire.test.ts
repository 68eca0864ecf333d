import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpClient } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { checkedIn, namesIn, publishAgain, Respondent } from './respondent.ts';

let server: TestServer;
let code: string;
beforeAll(async () => {
  server = await startTestServer();
  code = await server.exampleCode();
});
afterAll(() => server.close());

const respondent = () => new Respondent(server, code);
function submissions(): number {
  const database = new Database(server.databaseFile, { readonly: true });
  const count = database.prepare('SELECT COUNT(*) FROM submission').pluck().get() as number;
  database.close();
  return count;
}

describe('the consent page', () => {
  it('says how long it takes and carries a fresh key of 128 bits or more each time', async () => {
    const client = new HttpClient(server.address);
    const [one, two] = [await client.get(`/s/${code}`), await client.get(`/s/${code}`)];
    const keys = [one, two].map((reply) => /name="key" value="([\w-]+)"/.exec(reply.html)?.[1] ?? '');
    expect(keys[0]!.length).toBeGreaterThanOrEqual(22);
    expect(keys[0]).not.toBe(keys[1]);
    expect(one.html).toContain('۵۱ پرسش، حدود ۸ دقیقه');
    expect(one.html).toContain('<html lang="fa" dir="rtl">');
  });

  it('is in English when the link says so, and in the first language for a language it does not have', async () => {
    const client = new HttpClient(server.address);
    expect((await client.get(`/s/${code}?lang=en`)).html).toContain('51 questions, about 8 minutes');
    expect((await client.get(`/s/${code}?lang=de`)).html).toContain('<html lang="fa"');
    expect((await client.get(`/s/${code}?lang=en&lang=fa`)).html).toContain('<html lang="fa"');
  });

  it('stores nothing for those who open it or say no', async () => {
    const before = submissions();
    const client = new HttpClient(server.address);
    await client.get(`/s/${code}`);
    const reply = await client.get(`/s/${code}/declined?lang=en`);
    expect(reply.status).toBe(200);
    expect(reply.html).toContain('Nothing was stored');
    expect(submissions()).toBe(before);
  });

  it('begins once, however often it is sent', async () => {
    const someone = respondent();
    const before = submissions();
    const first = await someone.begin();
    const fields = { key: someone.key, version: '1', consent: 'yes' };
    const again = await Promise.all(
      Array.from({ length: 10 }, () => someone.client.post(`/s/${code}?lang=fa`, fields)),
    );
    expect([first, ...again].map((reply) => `${reply.status} ${reply.location}`)).toEqual(
      Array(11).fill(`303 /s/${code}/${someone.key}/1`),
    );
    expect(submissions()).toBe(before + 1);
  });
});

describe('a page of questions', () => {
  it('has one block for each question, nothing chosen, and no word about constructs', async () => {
    const someone = respondent();
    await someone.begin('en');
    const { html } = await someone.show(1);
    expect(html.match(/<fieldset/g)).toHaveLength(8);
    expect(html.match(/<fieldset>\s*<legend>/g)).toHaveLength(8);
    expect(namesIn(html)).toHaveLength(8);
    expect(html.match(/type="radio"/g)).toHaveLength(8 * 6);
    expect(html).not.toContain(' checked');
    const study = (await server.deps.studies.findOptionalStudyByKey('social-security'))!;
    const { items, constructs } = JSON.parse(study.draft) as {
      items: { key: string }[];
      constructs: { key: string; label: { en: string } }[];
    };
    for (const { key } of [...items, ...constructs]) expect(html).not.toContain(`"${key}"`);
    for (const { label } of constructs) expect(html).not.toContain(label.en);
    expect(html).not.toMatch(/reverse/i);
  });

  it('keeps answers over next, back and reload, and for another browser with the same address', async () => {
    const someone = respondent();
    await someone.begin();
    const names = namesIn((await someone.show(1)).html);
    const answers = names.map((name, index) => [name, String((index % 5) + 1)] as const);
    const next = await someone.send(1, answers);
    expect(next.location).toBe(someone.path(2));
    const back = await someone.send(2, [], 'back');
    expect(back.location).toBe(someone.path(1));
    expect(checkedIn((await someone.show(1)).html)).toEqual(Object.fromEntries(answers));
    const elsewhere = await new HttpClient(server.address).get(someone.path(1));
    expect(checkedIn(elsewhere.html)).toEqual(Object.fromEntries(answers));
  });

  it('keeps answers that were given before going back', async () => {
    const someone = respondent();
    await someone.begin();
    await someone.fill(1);
    const name = namesIn((await someone.show(2)).html)[2]!;
    await someone.send(2, [[name, '4']], 'back');
    expect(checkedIn((await someone.show(2)).html)).toEqual({ [name]: '4' });
  });

  it('does not count a page as answered that was only leafed back over', async () => {
    const someone = respondent();
    await someone.begin();
    await someone.fill(1);
    const names = namesIn((await someone.show(2)).html);
    await someone.send(2, [], 'back');
    const values = Object.values((await someone.stored()).answers);
    expect(names).toHaveLength(8);
    expect(values.filter((value) => value === 'skipped')).toHaveLength(0);
    expect((await someone.show(3)).location).toBe(someone.path(2));
  });

  it('leads whoever opens a later page to the first one not sent, and the bare link too', async () => {
    const someone = respondent();
    await someone.begin();
    expect((await someone.show(5)).location).toBe(someone.path(1));
    expect((await someone.show('thanks')).location).toBe(someone.path(1));
    await someone.fill(1);
    expect((await someone.client.get(`/s/${code}/${someone.key}`)).location).toBe(someone.path(2));
    const early = await someone.send(4, [['q25', '1']]);
    expect(early.location).toBe(someone.path(2));
    expect(Object.values((await someone.stored()).answers).filter((answer) => answer === 1)).toHaveLength(8);
  });

  it('reminds once of what was left blank, then goes on and stores it as skipped, not as "no answer"', async () => {
    const someone = respondent();
    await someone.begin('en');
    const answers = [
      ['q1', '1'],
      ['q2', 'na'],
      ['q3', '3'],
      ['q4', '4'],
      ['q5', '5'],
      ['q6', '1'],
    ] as const;
    const reply = await someone.send(1, answers);
    expect(reply.status).toBe(303);
    expect(reply.location).toBe(`${someone.path(1)}?remind=1#summary`);
    const { html } = await someone.client.get(reply.location);
    expect(html).toContain('<title>Not answered yet: ');
    expect(html).toContain('2 questions have no answer yet');
    for (const name of ['q7', 'q8']) {
      expect(html).toContain(
        `<a href="#${name}-1">Choose an answer to question ${name.slice(1)}, or “No answer”.</a>`,
      );
      expect(html).toContain(
        `<p class="message" id="${name}-message">Choose an answer to question ${name.slice(1)}, or “No answer”.</p>`,
      );
    }
    expect(checkedIn(html)).toEqual(Object.fromEntries(answers));

    const onward = await someone.client.post(someone.path(1), [
      ...answers,
      ['reminded', '1'],
      ['go', 'next'],
    ] as [string, string][]);
    expect(onward.location).toBe(someone.path(2));
    const values = Object.values((await someone.stored()).answers);
    expect(values.filter((value) => value === 'skipped')).toHaveLength(2);
    expect(values.filter((value) => value === 'no-answer')).toHaveLength(1);
    expect(values.filter((value) => value === null)).toHaveLength(43);
  });

  it('keeps what was answered when somebody leaves at the reminder, without finishing for them', async () => {
    const someone = respondent();
    await someone.begin();
    for (let page = 1; page < 7; page += 1) await someone.fill(page);
    const reply = await someone.send(7, [['q49', '2']]);
    expect(reply.location).toContain('remind=1');
    const stored = await someone.stored();
    expect(stored.state).toBe('in-progress');
    expect(stored.answers.relation).toBe(2);
    expect(stored.answers.age).toBe('skipped');
  });

  it('can be read in another language half-way without losing an answer', async () => {
    const someone = respondent();
    await someone.begin('fa');
    const reply = await someone.send(1, [['q3', '5']], 'in-en');
    expect(reply.location).toBe(`${someone.path(1)}?lang=en`);
    const { html } = await someone.client.get(reply.location);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(checkedIn(html)).toEqual({ q3: '5' });
    expect(html).toContain(`action="${someone.path(1)}?lang=en"`);
    const onward = await someone.client.post(`${someone.path(1)}?lang=en`, [['go', 'skip']]);
    expect(onward.location).toBe(`${someone.path(2)}?lang=en`);
  });

  it('answers our script with the address, so that the next page is fetched once', async () => {
    const someone = respondent();
    await someone.begin();
    const reply = await fetch(server.address + someone.path(1), {
      method: 'POST',
      headers: { 'axial-reply': 'address' },
      body: new URLSearchParams({ go: 'skip', layout: 'row' }),
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('axial-next')).toBe(someone.path(2));
  });
});

describe('finishing', () => {
  it('leads to the thank-you page, and sent again with the same answers to the same page', async () => {
    const someone = respondent();
    await someone.begin();
    expect((await someone.finish('2')).location).toBe(someone.path('thanks'));
    const { state, answers } = await someone.stored();
    expect(state).toBe('finished');
    expect(new Set(Object.values(answers))).toEqual(new Set([2]));
    const last = [
      ['q49', '2'],
      ['q50', '2'],
      ['q51', '2'],
    ] as const;
    const again = await Promise.all(Array.from({ length: 20 }, () => someone.send(7, last)));
    for (const reply of again)
      expect(`${reply.status} ${reply.location}`).toBe(`303 ${someone.path('thanks')}`);
    expect((await someone.show('thanks')).html).toContain('پاسخ‌های شما رسید');
  });

  it('is final: other answers are refused kindly, and coming back says that it is done', async () => {
    const someone = respondent();
    await someone.begin('en');
    await someone.finish('2');
    const reply = await someone.send(7, [
      ['q49', '1'],
      ['q50', '2'],
      ['q51', '2'],
    ]);
    expect(reply.status).toBe(409);
    expect(reply.html).toContain('was not added');
    expect(new Set(Object.values((await someone.stored()).answers))).toEqual(new Set([2]));
    const back = await someone.show(3);
    expect(back.status).toBe(200);
    expect(back.html).toContain('You have finished already');
    expect(back.html).not.toContain('type="radio"');
  });
});

describe('a newer version under the same link', () => {
  it('is what newcomers get, while those under way stay with the version they began', async () => {
    const before = respondent();
    await before.begin('en');
    await before.fill(1);
    await publishAgain(server, (draft) =>
      draft.replaceAll('Part', 'Part').replace('"Programmes"', '"New programmes"'),
    );
    const after = respondent();
    const stale = await after.begin('en');
    expect(stale.status).toBe(422);
    expect(stale.html).toContain('has been renewed since');
    const { html } = await after.client.get(`/s/${code}?lang=en`);
    expect(html).toContain('name="version" value="2"');
    await after.client.post(`/s/${code}?lang=en`, { key: after.key, version: '2', consent: 'yes' });
    for (const page of [1, 2]) await after.fill(page);
    await before.fill(2);
    expect((await before.show(3)).html).toContain('>Programmes<');
    expect((await after.show(3)).html).toContain('>New programmes<');
  });
});
