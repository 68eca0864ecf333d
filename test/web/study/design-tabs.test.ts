// Every form of the design, sent as a browser without script sends it, to a real server on a real file.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStudy } from '../../../src/actions/import-study.ts';
import { readStoredStudy } from '../../../src/actions/read-stored-study.ts';
import type { Study } from '../../../src/domain/study.ts';
import { writeStudyFile } from '../../../src/formats/study-file/write-study-file.ts';
import { exampleStudy, keysOfItems } from '../../domain/edit/example-study.ts';
import { type HttpClient, signUp } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { FormPage } from './form-page.ts';

let server: TestServer;
let client: HttpClient;
let made = 0;

beforeAll(async () => {
  server = await startTestServer({ example: false });
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

const open = (key: string, tab = '') => FormPage.open(client, `/studies/${key}${tab && `/${tab}`}`);

describe('each form of the design', () => {
  it.each(['', 'categories', 'constructs', 'items', 'scales', 'questions', 'pages', 'paths', 'consent'])(
    '/%s sent back as it was drawn changes nothing',
    async (tab) => {
      const key = await newStudy();
      const before = await server.deps.studies.findOptionalStudyByKey(key);
      const reply = await (await open(key, tab)).press('save');
      expect(reply.status).toBe(303);
      const after = await server.deps.studies.findOptionalStudyByKey(key);
      expect([after!.draft, after!.draftRevision]).toEqual([before!.draft, before!.draftRevision]);
    },
  );

  it('changes title, source and layout, adds a language and puts it first', async () => {
    const key = await newStudy();
    const changes = {
      'title:fa': 'عنوان تازه',
      citation: 'A "quoted" book',
      url: 'https://example.org',
      layout: 'stacked',
    };
    const reply = await (await open(key)).press('add-language', { ...changes, 'new-language': 'ckb' });
    expect([reply.status, reply.location]).toEqual([303, `/studies/${key}`]);
    await (await open(key)).press('first:en');
    expect(await stored(key)).toMatchObject({
      languages: ['en', 'fa', 'ckb'],
      title: { fa: 'عنوان تازه', en: 'Test' },
      source: { citation: 'A "quoted" book', url: 'https://example.org' },
      layout: 'stacked',
    });
  });

  it('renames, adds and moves categories', async () => {
    const key = await newStudy();
    await (await open(key, 'categories')).press('add', {
      'label:fa:catA': 'نام',
      'new-label:en': 'New one',
      'new-role': 'causal',
    });
    const added = (await stored(key)).categories.at(-1)!;
    expect(added).toMatchObject({ role: 'causal', label: { en: 'New one' } });
    await (await open(key, 'categories')).press(`up:${added.key}`);
    expect((await stored(key)).categories.map((category) => category.key)).toEqual([
      added.key,
      'catB',
      'catA',
    ]);
  });

  it('changes a construct and adds another', async () => {
    const key = await newStudy();
    const reply = await (await open(key, 'constructs')).press('add', {
      'measurement:A': 'formative',
      'new-label:fa': 'سازهٔ تازه',
      'new-category': 'catB',
      'new-measurement': 'reflective',
      'new-scale': 'agreement',
      'new-key': 'N',
    });
    expect(reply.status).toBe(303);
    expect((await stored(key)).constructs.map(({ key: own, measurement }) => [own, measurement])).toEqual([
      ['A', 'formative'],
      ['B', 'reflective'],
      ['N', 'reflective'],
    ]);
  });

  it('rewords an item, turns it, moves it, and comes back to the button that was pressed', async () => {
    const key = await newStudy();
    const reply = await (await open(key, 'items')).press('down:A1', {
      'text:fa:A2': 'تازه',
      'reverse:B1': '1',
    });
    expect(reply.location).toBe(`/studies/${key}/items?at=down%3AA1`);
    const page = await client.get(reply.location);
    expect(page.html).toMatch(/value="down:A1"[^>]*autofocus/);
    expect(page.html).toContain('\u2068A1\u2069 is now 2 of 3.');
    const study = await stored(key);
    expect(keysOfItems(study)).toEqual(['A2', 'A1', 'A3', 'B1', 'B2']);
    expect(study.items[0]!.text.fa).toBe('تازه');
    expect(study.items[3]!.reverse).toBe(true);
  });

  it('moves an item far by its position, and disables the buttons at the ends', async () => {
    const key = await newStudy();
    await (await open(key, 'items')).press('save', { 'position:A1': '3' });
    expect(keysOfItems(await stored(key))).toEqual(['A2', 'A3', 'A1', 'B1', 'B2']);
    const { html } = await client.get(`/studies/${key}/items`);
    expect(html).toMatch(/value="up:A2"[^>]*disabled/);
    expect(html).toMatch(/value="down:A1"[^>]*disabled/);
    expect(html).not.toMatch(/value="down:A2"[^>]*disabled/);
  });

  it('does not lose a new item that was typed when another button is pressed', async () => {
    const key = await newStudy();
    await (await open(key, 'items')).press('save', { 'new-text:fa': 'نو', 'new-construct': 'B' });
    expect(keysOfItems(await stored(key))).toEqual(['A1', 'A2', 'A3', 'B1', 'B2', 'B3']);
  });

  it('sets points and words of a scale, in Persian digits too', async () => {
    const key = await newStudy();
    await (await open(key, 'scales')).press('save', {
      'points:agreement': '۷',
      'option:en:agreement:1': 'Not at all',
    });
    const scale = (await stored(key)).scales[0]!;
    expect(scale.options).toHaveLength(7);
    expect(scale.options[0]!.label.en).toBe('Not at all');
  });

  it('adds a question with its options and a third option to another', async () => {
    const key = await newStudy();
    const reply = await (await open(key, 'questions')).press('add', {
      'option:en:G1:3': 'Older still',
      'option:fa:G1:3': 'بزرگ‌تر',
      'new-text:en': 'Gender?',
      'new-options:en': 'Woman\r\nMan',
      'new-key': 'gender',
    });
    expect(reply.status).toBe(303);
    const [first, second] = (await stored(key)).questions!;
    expect(first!.options.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(second!.options.map(({ label }) => label.en)).toEqual(['Woman', 'Man']);
  });

  it('titles a page, moves an item to a new page, and arranges everything anew', async () => {
    const key = await newStudy();
    await (await open(key, 'pages')).press('add');
    const added = (await stored(key)).pages[1]!.key;
    await (await open(key, 'pages')).press('save', { 'page:A3': added, [`title:en:${added}`]: 'Second' });
    expect((await stored(key)).pages[1]).toEqual({ key: added, title: { en: 'Second' }, items: ['A3'] });
    await (await open(key, 'pages')).press('arrange', { 'per-page': '۳' });
    expect((await stored(key)).pages.map((page) => page.items.length)).toEqual([3, 3]);
  });

  it('adds a path between roles and turns one into a moderating path', async () => {
    const key = await newStudy();
    await (await open(key, 'paths')).press('add', {
      'new-from': 'causal',
      'new-target': 'core',
      'new-sign': '-',
      'new-key': 'H3',
    });
    await (await open(key, 'paths')).press('save', { 'target:H3': 'H1', 'rationale:en:H3': 'Because.' });
    expect((await stored(key)).paths[2]).toEqual({
      key: 'H3',
      kind: 'moderates',
      from: 'causal',
      path: 'H1',
      sign: '-',
      rationale: { en: 'Because.' },
    });
  });

  it('makes paths of the arrows of the model that have none', async () => {
    const key = await newStudy();
    await (await open(key, 'paths')).press('template', { 'sign:H1': '?' });
    expect((await stored(key)).paths.map(({ from, sign }) => `${from} ${sign}`)).toEqual([
      'A ?',
      'context ?',
      'causal +',
      'core +',
      'context +',
      'intervening ?',
      'strategies +',
    ]);
    expect((await client.get(`/studies/${key}/paths`)).html).not.toContain('value="template"');
  });

  it('stores consent, contact and thanks with their line breaks', async () => {
    const key = await newStudy();
    await (await open(key, 'consent')).press('save', {
      'consent:en': 'One.\r\n\r\nTwo.',
      'thanks:fa': 'سپاس',
    });
    const study = await stored(key);
    expect(study.consent.text.en).toBe('One.\n\nTwo.');
    expect(study.thanks).toEqual({ fa: 'سپاس' });
  });
});

describe('a form that is refused', () => {
  it('comes back with 422, all that was typed, and each reason beside its field and linked from the top', async () => {
    const key = await newStudy();
    const reply = await (await open(key, 'items')).press('save', {
      'text:fa:A1': '',
      'text:en:A1': ' ',
      'text:fa:A2': 'جملهٔ دیگر',
      'construct:B1': 'CX',
    });
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('جملهٔ دیگر</textarea>');
    expect(reply.html).toContain('href="#text:fa:A1"');
    expect(reply.html).toMatch(
      /id="text:fa:A1"[^>]*aria-invalid="true"[^>]*aria-describedby="text:fa:A1-error"/,
    );
    expect(reply.html).toContain('id="construct:B1-error"');
    expect((await stored(key)).items[1]!.text.fa).not.toBe('جملهٔ دیگر');
  });

  it('links rules of the whole study to the field they are about', async () => {
    const key = await newStudy();
    const same = { 'new-from': 'A', 'new-target': 'B', 'new-sign': '+', 'new-key': 'H9' };
    const reply = await (await open(key, 'paths')).press('add', same);
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('role="alert"');
    expect(reply.html).toMatch(/name="new-key"[^>]*value="H9"/);
  });

  it('refuses keys, numbers and addresses that are none', async () => {
    const key = await newStudy();
    const item = await (await open(key, 'items')).press('add', {
      'new-text:en': 'x',
      'new-key': '"><script>',
    });
    expect(item.status).toBe(422);
    expect(item.html).not.toContain('"><script>');
    const pages = await (await open(key, 'pages')).press('arrange', { 'per-page': '500' });
    expect([pages.status, pages.html.includes('id="per-page-error"')]).toEqual([422, true]);
    const about = await (await open(key)).press('save', { citation: 'x', url: 'javascript:alert(1)' });
    expect([about.status, about.html.includes('id="url-error"')]).toEqual([422, true]);
  });

  it('survives a form that names parts which do not exist, or sends lists where a text belongs', async () => {
    const key = await newStudy();
    const page = await open(key, 'items');
    const fields: Array<[string, string]> = [
      ...page.fields,
      ['text:fa:ZZ', 'x'],
      ['text:fa:A1', 'a'],
      ['text:fa:A1', 'b'],
    ];
    const reply = await client.post(`/studies/${key}/items`, [...fields, ['do', 'up:ZZ']]);
    expect([303, 422]).toContain(reply.status);
    expect(keysOfItems(await stored(key))).toEqual(['A1', 'A2', 'A3', 'B1', 'B2']);
  });
});

describe('two people on one form', () => {
  it('shows both texts where both changed one field, takes over what only the other changed, and stores nothing yet', async () => {
    const key = await newStudy();
    const mine = await open(key, 'items');
    const theirs = await open(key, 'items');
    await theirs.press('save', { 'text:en:A1': 'Their words', 'text:en:A2': 'Their other words' });
    const reply = await mine.press('save', { 'text:en:A1': 'My words', 'text:en:A3': 'My other words' });
    expect(reply.status).toBe(409);
    const merged = mine.after(reply);
    expect(merged.fields.get('text:en:A1')).toBe('My words');
    expect(merged.fields.get('text:en:A2')).toBe('Their other words');
    expect(merged.fields.get('text:en:A3')).toBe('My other words');
    const table = /<table class="rows conflict">[\s\S]*?<\/table>/.exec(reply.html)![0];
    expect(table).toContain('Their words');
    expect(table).toContain('My words');
    expect(table).not.toContain('other words');
    expect((await stored(key)).items[0]!.text.en).toBe('Their words');
    expect((await merged.press('save')).status).toBe(303);
    expect((await stored(key)).items.slice(0, 3).map((item) => item.text.en)).toEqual([
      'My words',
      'Their other words',
      'My other words',
    ]);
  });

  it('keeps what was typed for an item that the other deleted, and a tick that only one of them set', async () => {
    const key = await newStudy();
    const mine = await open(key, 'items');
    await (await open(key, 'items')).press('save', { 'reverse:B1': '1' });
    await client.post(`/studies/${key}/delete`, [...(await open(key, 'delete?kind=item&key=A3')).fields]);
    const reply = await mine.press('save', { 'text:en:A3': 'Lost otherwise', 'reverse:B2': '1' });
    expect(reply.status).toBe(409);
    expect(reply.html).toContain('Lost otherwise');
    const merged = mine.after(reply);
    expect([merged.fields.get('reverse:B1'), merged.fields.get('reverse:B2')]).toEqual(['1', '1']);
  });

  it('keeps a new item that was being written', async () => {
    const key = await newStudy();
    const mine = await open(key, 'items');
    await (await open(key, 'items')).press('save', { 'text:en:A1': 'Changed' });
    const reply = await mine.press('add', { 'new-text:en': 'Being written', 'new-construct': 'B' });
    expect(reply.status).toBe(409);
    expect(mine.after(reply).fields.get('new-text:en')).toBe('Being written');
    expect(mine.after(reply).fields.get('new-construct')).toBe('B');
  });
});
