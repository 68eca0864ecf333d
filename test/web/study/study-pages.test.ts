// Lists, new studies, pasted items, deletion, preview, publishing, files: what a browser without script gets.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStudy } from '../../../src/actions/import-study.ts';
import { inviteMember } from '../../../src/actions/manage-members.ts';
import { readStoredStudy } from '../../../src/actions/read-stored-study.ts';
import { findStudyActor } from '../../../src/actions/study-actor.ts';
import type { Study } from '../../../src/domain/study.ts';
import { writeStudyFile } from '../../../src/formats/study-file/write-study-file.ts';
import { links } from '../../../src/web/links.ts';
import { exampleStudy, keysOfItems } from '../../domain/edit/example-study.ts';
import { HttpClient, signUp } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { FormPage, fieldsOf } from './form-page.ts';

let server: TestServer;
let client: HttpClient;
let made = 0;

beforeAll(async () => {
  server = await startTestServer({ environment: { AXIAL_UPLOAD_LIMIT_MB: '2' } });
  client = await signUp(server);
});
afterAll(() => server?.close());

async function newStudy(change: (study: Study) => Study = (study) => study): Promise<string> {
  made += 1;
  const key = `study-${made}`;
  const account = await server.deps.accounts.findOptionalAccountByEmail('owner@example.org');
  await importStudy(server.deps, account!, writeStudyFile(change({ ...exampleStudy(), key })));
  return key;
}

async function stored(key: string): Promise<Study> {
  return readStoredStudy((await server.deps.studies.findOptionalStudyByKey(key))!.draft);
}

async function analystOf(key: string): Promise<HttpClient> {
  const account = await server.deps.accounts.findOptionalAccountByEmail('owner@example.org');
  const secret = await inviteMember(server.deps, await findStudyActor(server.deps, account!, key), 'analyst');
  const analyst = new HttpClient(server.address);
  made += 1;
  const fields = { name: 'Analyst', email: `analyst${made}@example.org`, password: 'a long enough password' };
  await analyst.submit(links.join(secret), fields);
  return analyst;
}

describe('the list of studies', () => {
  it('shows title, role, version, finished answers and the ways on', async () => {
    const { html } = await client.get('/studies');
    expect(html).toContain('People and social security services');
    expect(html).toContain('Owner');
    expect(html).toContain('240 finished answer sheets');
    expect(html).toContain('/studies/social-security/versions/1/statistics');
    expect(html).toContain(`/s/${await server.exampleCode()}`);
  });

  it('is for those who are signed in', async () => {
    const reply = await new HttpClient(server.address).get('/studies');
    expect([reply.status, reply.location]).toEqual([303, '/sign-in?wanted=%2Fstudies']);
  });
});

describe('a new study', () => {
  const typed = {
    template: 'strauss-corbin-1990',
    key: 'fresh',
    'language:en': '1',
    'language:fa': '1',
    'first-language': 'fa',
    'title:en': 'Fresh "one"',
    'title:fa': 'تازه',
  };

  it('is made of a template, with the languages in the order chosen', async () => {
    const reply = await client.submit('/studies/new', typed);
    expect([reply.status, reply.location]).toEqual([303, '/studies/fresh']);
    expect(await stored('fresh')).toMatchObject({
      languages: ['fa', 'en'],
      title: { en: 'Fresh "one"', fa: 'تازه' },
    });
    for (const tab of [
      '',
      '/categories',
      '/constructs',
      '/items',
      '/scales',
      '/questions',
      '/pages',
      '/paths',
      '/consent',
      '/preview',
      '/publish',
      '/versions',
    ])
      expect((await client.get(`/studies/fresh${tab}`)).status, tab).toBe(200);
  });

  it('says that a key is taken and keeps everything typed', async () => {
    const reply = await client.submit('/studies/new', { ...typed, key: 'social-security' });
    expect(reply.status).toBe(409);
    expect(reply.html).toContain('id="key-error"');
    expect(reply.html).toContain('value="Fresh &#34;one&#34;"');
    expect(reply.html).toMatch(/name="language:fa" value="1" checked/);
  });

  it('says what is missing and where', async () => {
    const reply = await client.submit('/studies/new', {
      template: 'free',
      key: '9',
      'language:en': '1',
      'title:en': 'x',
    });
    expect([reply.status, reply.html.includes('id="key-error"')]).toEqual([422, true]);
    const empty = await client.submit('/studies/new', {});
    for (const field of ['template', 'languages', 'title', 'key'])
      expect(empty.html).toContain(`id="${field}-error"`);
  });
});

describe('an uploaded study file', () => {
  const upload = (content: string | Uint8Array<ArrayBuffer>, fileName = 'پژوهش "x".json') =>
    client.upload('/studies/import', {}, [{ fileName, content }], '/studies/new');

  it('is kept byte for byte, a byte order mark too, and comes out the same', async () => {
    const text = `\ufeff${JSON.stringify({ ...exampleStudy(), key: 'uploaded' })}`;
    const reply = await upload(text);
    expect([reply.status, reply.location]).toEqual([303, '/studies/uploaded']);
    expect((await server.deps.studies.findOptionalStudyByKey('uploaded'))!.draft).toBe(text);
    const file = await client.get('/studies/uploaded/study-file');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="uploaded.study.json"; filename*=UTF-8''uploaded.study.json`,
    );
  });

  it('is refused with the place of each fault, and nothing is stored', async () => {
    const items = exampleStudy().items.map((item, i) =>
      i === 3 ? { ...item, construct: 'CX"><script>' } : item,
    );
    const reply = await upload(JSON.stringify({ ...exampleStudy(), key: 'faulty', items }));
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('items[3].construct');
    expect(reply.html).not.toContain('<script>');
    expect(await server.deps.studies.findOptionalStudyByKey('faulty')).toBeNull();
  });

  it.each([
    ['no JSON', '{ "format": '],
    ['nothing', ''],
    ['another document', '[]'],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x7b])],
  ])('is refused with words when it is %s', async (_name, content) => {
    const reply = await upload(content);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('role="alert"');
  });

  it('is refused when its key is taken, when it is too large, and when there are two', async () => {
    const taken = await upload(JSON.stringify({ ...exampleStudy(), key: 'social-security' }));
    expect([taken.status, taken.html.includes('social-security')]).toEqual([409, true]);
    expect((await upload('x'.repeat(3_000_000))).status).toBe(413);
    const two = [
      { fileName: 'a.json', content: '{}' },
      { fileName: 'b.json', content: '{}' },
    ];
    expect((await client.upload('/studies/import', {}, two, '/studies/new')).status).toBe(422);
    const none = await client.submit('/studies/import', {}, '/studies/new');
    expect(none.status).toBe(422);
  });
});

describe('pasted items', () => {
  it('saves the form around them, shows what every line will do, and stores nothing before it is confirmed', async () => {
    const key = await newStudy();
    const page = await FormPage.open(client, `/studies/${key}/items`);
    const lines = 'تازه\r\n\r\n- وارونه\r\nConstruct B:\r\nجملهٔ شمارهٔ ۱\r\nدیگری';
    const check = await page.press('paste', {
      'text:en:A1': 'Edited meanwhile',
      paste: lines,
      'paste-language': 'fa',
      'paste-construct': 'A',
    });
    expect(check.status).toBe(200);
    expect(check.html.match(/<tr class="(add|heading|skip|fault)">/g)).toHaveLength(5);
    expect((await stored(key)).items[0]!.text.en).toBe('Edited meanwhile');
    expect((await stored(key)).items).toHaveLength(5);
    const reply = await client.post(`/studies/${key}/items/paste`, [
      ...fieldsOf(check.html),
      ['do', 'store'],
    ]);
    expect([reply.status, reply.location]).toEqual([303, `/studies/${key}/items`]);
    expect(keysOfItems(await stored(key))).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4']);
  });

  it('offers no storing while a line is faulty, and refuses it if it is tried', async () => {
    const key = await newStudy();
    const fields = { paste: 'Unknown:\nx"><script>', 'paste-language': 'fa', 'paste-construct': '' };
    const check = await (await FormPage.open(client, `/studies/${key}/items`)).press('paste', fields);
    expect(check.html).not.toContain('value="store"');
    expect(check.html).not.toContain('<script>');
    const forced = await client.post(`/studies/${key}/items/paste`, [
      ...fieldsOf(check.html),
      ['do', 'store'],
    ]);
    expect([forced.status, (await stored(key)).items.length]).toEqual([422, 5]);
  });

  it('checks the lines again when somebody else changed the items meanwhile', async () => {
    const key = await newStudy();
    const fields = { paste: 'one', 'paste-language': 'en', 'paste-construct': 'A' };
    const check = await (await FormPage.open(client, `/studies/${key}/items`)).press('paste', fields);
    await (await FormPage.open(client, `/studies/${key}/items`)).press('add', {
      'new-text:en': 'One',
      'new-construct': 'B',
    });
    const late = await client.post(`/studies/${key}/items/paste`, [...fieldsOf(check.html), ['do', 'store']]);
    expect(late.status).toBe(409);
    expect(late.html).toContain('<tr class="skip">');
  });
});

describe('deleting', () => {
  it('saves what was typed, then asks, naming what goes too; nothing goes before the answer', async () => {
    const key = await newStudy();
    const reply = await (await FormPage.open(client, `/studies/${key}/constructs`)).press(
      'delete:construct:B',
      { 'label:en:A': 'Typed' },
    );
    expect([reply.status, reply.location]).toEqual([303, `/studies/${key}/delete?kind=construct&key=B`]);
    const page = await client.get(reply.location);
    for (const part of ['B1', 'B2', 'H1', 'H2']) expect(page.html).toContain(`>${part}</code>`);
    expect((await stored(key)).constructs).toHaveLength(2);
    expect((await stored(key)).constructs[0]!.label.en).toBe('Typed');
    const gone = await client.post(`/studies/${key}/delete`, [...fieldsOf(page.html)]);
    expect([gone.status, gone.location]).toEqual([303, `/studies/${key}/constructs`]);
    expect((await stored(key)).items).toHaveLength(3);
  });

  it('refuses in a sentence that names what uses the part', async () => {
    const key = await newStudy();
    const page = await client.get(`/studies/${key}/delete?kind=role&key=causal`);
    expect(page.html).toContain('>catA</code>');
    expect(page.html).not.toContain('name="revision"');
  });

  it('is refused from an old page, and there is no page for a part that does not exist', async () => {
    const key = await newStudy();
    const old = fieldsOf((await client.get(`/studies/${key}/delete?kind=item&key=A1`)).html);
    await (await FormPage.open(client, `/studies/${key}/items`)).press('save', { 'text:en:A2': 'x' });
    expect((await client.post(`/studies/${key}/delete`, [...old])).status).toBe(409);
    expect((await stored(key)).items).toHaveLength(5);
    expect((await client.get(`/studies/${key}/delete?kind=item&key=none`)).status).toBe(404);
    expect((await client.get(`/studies/${key}/delete?kind=study&key=A1`)).status).toBe(404);
  });
});

describe('the preview', () => {
  it('is the respondents’ page of the draft, in each language, and its form stores nothing', async () => {
    const key = await newStudy();
    const page = await client.get(`/studies/${key}/preview/fa/1`);
    expect(page.html).toContain('<html lang="fa" dir="rtl"');
    expect(page.html).toContain('جملهٔ شمارهٔ 1');
    expect(page.html).not.toContain('A1');
    const action = /action="([^"]*)"/.exec(page.html)![1]!;
    const sent = await client.post(action.replaceAll('&amp;', '&'), { q1: '3' });
    expect([sent.status, sent.location]).toEqual([303, `/studies/${key}/preview/fa/2`]);
    expect((await client.get(`/studies/${key}/preview/en/1`)).html).toContain('Sentence number 1');
  });

  it('knows the consent page, the last page, and no other', async () => {
    const key = await newStudy();
    expect((await client.get(`/studies/${key}/preview/en/0`)).status).toBe(200);
    expect((await client.get(`/studies/${key}/preview/en/3`)).status).toBe(200);
    for (const path of ['en/4', 'en/-1', 'en/x', 'de/1'])
      expect((await client.get(`/studies/${key}/preview/${path}`)).status, path).toBe(404);
    expect((await new HttpClient(server.address).get(`/studies/${key}/preview/en/1`)).status).toBe(303);
  });
});

describe('publishing', () => {
  const hole = (study: Study): Study => ({
    ...study,
    items: study.items.map((item) => (item.key === 'A2' ? { ...item, text: { fa: 'x' } } : item)),
  });

  it('lists what stands in the way with a link to its field, and refuses', async () => {
    const key = await newStudy(hole);
    const page = await client.get(`/studies/${key}/publish`);
    expect(page.html).toContain(`href="/studies/${key}/items#text:en:A2"`);
    expect(page.html).toMatch(/<button class="publish" disabled/);
    const fields = fieldsOf(page.html).set('note', 'kept "note"');
    const refused = await client.post(`/studies/${key}/publish`, [...fields]);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('kept &#34;note&#34;</textarea>');
  });

  it('freezes the draft, shows the version read-only, and says afterwards what a new draft changes', async () => {
    const key = await newStudy();
    const fields = fieldsOf((await client.get(`/studies/${key}/publish`)).html);
    fields.set('note', 'First <b>note</b>');
    const reply = await client.post(`/studies/${key}/publish`, [...fields]);
    expect([reply.status, reply.location]).toEqual([303, `/studies/${key}/versions/1`]);
    const version = await client.get(reply.location);
    const record = (await server.deps.studies.findOptionalStudyByKey(key))!;
    const hash = server.deps.sha256(record.draft);
    expect(version.html).toContain(hash);
    expect(version.html).toContain('First &lt;b&gt;note&lt;/b&gt;');
    expect(version.html).not.toContain('<textarea');
    expect((await client.get(`/studies/${key}/versions/1/study-file`)).html).toBe(record.draft);

    await (await FormPage.open(client, `/studies/${key}/items`)).press('save', {
      'text:en:A1': 'Reworded',
      'reverse:A2': '1',
    });
    const next = await client.get(`/studies/${key}/publish`);
    expect(next.html).toContain('draft of version 2');
    expect(next.html).toContain('<del>Sentence number 1</del>');
    expect(next.html).toContain('reverse scoring');
    expect((await client.get(`/studies/${key}/versions/1`)).html).toContain(hash);
    expect((await client.get(`/studies/${key}/versions`)).html).toContain(hash.slice(0, 12));
  });

  it('closes and opens the questionnaire for respondents', async () => {
    const key = await newStudy();
    await client.post(`/studies/${key}/publish`, [
      ...fieldsOf((await client.get(`/studies/${key}/publish`)).html),
    ]);
    const code = /\/s\/([^?"]+)/.exec((await client.get(`/studies/${key}/versions/1`)).html)![1]!;
    const statusFor = async () => (await new HttpClient(server.address).get(`/s/${code}`)).status;
    expect(await statusFor()).toBe(200);
    await client.submit(`/studies/${key}/questionnaire`, { state: 'closed' }, `/studies/${key}/versions/1`);
    expect(await statusFor()).toBe(410);
    await client.submit(`/studies/${key}/questionnaire`, { state: 'open' }, `/studies/${key}/versions/1`);
    expect(await statusFor()).toBe(200);
  });

  it('knows no version that was never published', async () => {
    const key = await newStudy();
    for (const number of ['1', '0', '-1', 'x', '99999999999999999999'])
      expect((await client.get(`/studies/${key}/versions/${number}`)).status, number).toBe(404);
  });
});

describe('who may do what', () => {
  it('lets an analyst read every page of the design and change nothing', async () => {
    const key = await newStudy();
    const analyst = await analystOf(key);
    const page = await analyst.get(`/studies/${key}/items`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('<fieldset class="all" disabled');
    expect(page.html).not.toContain('class="save"');
    const csrf = fieldsOf(page.html).get('csrf')!;
    const revision = fieldsOf(page.html).get('revision')!;
    for (const path of [
      '',
      '/items',
      '/items/paste',
      '/categories',
      '/consent',
      '/delete',
      '/publish',
      '/questionnaire',
    ]) {
      const reply = await analyst.post(`/studies/${key}${path}`, {
        csrf,
        revision,
        do: 'save',
        state: 'closed',
      });
      expect(reply.status, path).toBe(403);
    }
  });

  it('tells a stranger that there is no such study, on every address', async () => {
    const key = await newStudy();
    const stranger = await analystOf(await newStudy());
    for (const path of [
      '',
      '/items',
      '/study-file',
      '/preview/en/1',
      '/publish',
      '/versions',
      '/delete?kind=item&key=A1',
    ])
      expect((await stranger.get(`/studies/${key}${path}`)).status, path).toBe(404);
    expect((await stranger.get('/studies')).html).not.toContain(`/studies/${key}"`);
  });

  it('refuses a form without the token of the session', async () => {
    const key = await newStudy();
    const { fields } = await FormPage.open(client, `/studies/${key}/items`);
    fields.delete('csrf');
    expect((await client.post(`/studies/${key}/items`, [...fields, ['do', 'save']])).status).toBe(403);
  });
});

describe('hostile and unusual words', () => {
  const nasty = '"><script>alert(1)</script> \u202e drow';

  it('are shown as text on every page, in both languages of the interface', async () => {
    const text = { fa: nasty, en: nasty };
    const key = await newStudy((study) => ({
      ...study,
      title: text,
      description: text,
      source: { citation: nasty, note: text },
      paradigm: {
        ...study.paradigm,
        editionCited: nasty,
        roles: study.paradigm.roles.map((role) => ({ ...role, label: text })),
      },
      categories: study.categories.map((part) => ({ ...part, label: text, definition: text })),
      scales: study.scales.map((part) => ({
        ...part,
        label: text,
        noAnswer: text,
        options: part.options.map((option) => ({
          ...option,
          label: { fa: `${nasty}${option.value}`, en: `${nasty}${option.value}` },
        })),
      })),
      constructs: study.constructs.map((part) => ({ ...part, label: text, definition: text })),
      items: study.items.map((part) => ({
        ...part,
        text: { fa: `${nasty}${part.key}`, en: `${nasty}${part.key}` },
      })),
      questions: study.questions!.map((part) => ({ ...part, text, noAnswer: { fa: 'n', en: 'n' } })),
      pages: study.pages.map((part) => ({ ...part, title: text, intro: text })),
      paths: study.paths.map((part) => ({ ...part, rationale: text })),
      consent: { text, contact: text },
      thanks: text,
    }));
    const fields = fieldsOf((await client.get(`/studies/${key}/publish`)).html);
    fields.set('note', nasty);
    expect((await client.post(`/studies/${key}/publish`, [...fields])).status).toBe(303);
    await (await FormPage.open(client, `/studies/${key}/items`)).press('save', {
      'text:en:A1': `${nasty} 2`,
    });
    const paths = [
      '',
      '/categories',
      '/constructs',
      '/items',
      '/scales',
      '/questions',
      '/pages',
      '/paths',
      '/consent',
      '/preview',
      '/publish',
      '/versions',
      '/versions/1',
      '/delete?kind=category&key=catA',
      '/delete?kind=role&key=causal',
      '/preview/fa/0',
      '/preview/fa/1',
      '/preview/fa/3',
    ];
    for (const language of ['fa', 'en']) {
      await client.submit('/language', { language, here: '/studies' }, '/studies');
      for (const path of paths) {
        const { status, html } = await client.get(`/studies/${key}${path}`);
        expect(status, path).toBe(200);
        expect(html, path).toContain(`<html lang="${path.startsWith('/preview/') ? 'fa' : language}"`);
        expect(html, path).not.toContain('<script>alert');
        expect(html, path).not.toContain('"><script');
      }
    }
    expect((await client.get('/studies')).html).not.toContain('<script>alert');
  });
});
