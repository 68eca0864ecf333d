import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOneTimeLink } from '../../../src/actions/one-time-link.ts';
import type { StoredAnswer } from '../../../src/domain/submission.ts';
import { links } from '../../../src/web/links.ts';
import { smallStudy } from '../../analysis/small-study.ts';
import { HttpClient } from '../../support/http-client.ts';
import { type StatisticsServer, startStatisticsServer, statisticsOf } from './statistics-server.ts';

const tabs = ['', '/items', '/correlations', '/model', '/explore', '/downloads', '/import'];
const constructs = [
  { key: 'A', items: ['A1', '-A2', 'A3'] },
  { key: 'B', items: ['B1', 'B2'] },
  { key: 'C', items: ['C1'] },
  { key: 'D', items: ['D1', 'D2'], measurement: 'formative' as const },
];
const paths = [
  { key: 'H1', kind: 'direct', from: 'A', to: 'B', sign: '+' },
  { key: 'H2', kind: 'moderates', from: 'C', path: 'H1', sign: '-' },
] as const;
const hostile = '"><script>alert(1)</script>\u202E';
const study = (key: string, change: object = {}) => ({ ...smallStudy(constructs, paths), key, ...change });
const studies = {
  none: study('none'),
  one: study('one'),
  two: study('two'),
  constant: study('constant'),
  blank: study('blank'),
  nopaths: study('nopaths', { paths: [] }),
  samekey: { ...smallStudy([{ key: 'A', items: ['A', 'A2'] }]), key: 'samekey' },
  lonely: { ...smallStudy([{ key: 'A', items: ['A1'] }]), key: 'lonely' },
  hostile: study('hostile', {
    title: { en: hostile },
    items: smallStudy(constructs).items.map((item) => ({ ...item, text: { en: `${item.key} ${hostile}` } })),
    constructs: smallStudy(constructs).constructs.map((construct) => ({
      ...construct,
      label: { en: hostile + 'x'.repeat(300) },
    })),
  }),
};
const people = (n: number): StoredAnswer[][] =>
  Array.from({ length: n }, (_, i) => [
    1 + (i % 5),
    1 + ((i * 2) % 5),
    1 + ((i + 2) % 5),
    1 + ((i * 3) % 5),
    1 + (i % 4),
    1 + ((i * 7) % 5),
    1 + (i % 3),
    2 + (i % 3),
    1 + (i % 2),
  ]);
let place: StatisticsServer;

beforeAll(async () => {
  place = await startStatisticsServer(Object.values(studies), { example: true });
  await place.addAnswers(studies.one, people(1));
  await place.addAnswers(studies.two, people(2));
  await place.addAnswers(
    studies.constant,
    people(20).map(() => [3, 3, 3, 3, 3, 3, 3, 3, 1]),
  );
  await place.addAnswers(
    studies.blank,
    people(4).map((row) => row.map((): StoredAnswer => 'skipped')),
  );
  await place.addAnswers(studies.nopaths, people(12));
  await place.addAnswers(
    studies.lonely,
    people(12).map(([a]) => [a!]),
  );
  await place.addAnswers(studies.hostile, people(30));
});
afterAll(() => place?.server.close());

async function memberOf(studyKey: string, role: 'designer' | 'analyst'): Promise<HttpClient> {
  const record = await place.server.deps.studies.findOptionalStudyByKey(studyKey);
  const secret = await makeOneTimeLink(place.server.deps, { purpose: 'invite', studyId: record!.id, role });
  const client = new HttpClient(place.server.address);
  const email = `${role}-${studyKey}@example.org`;
  await client.submit(links.join(secret), { name: role, email, password: 'a long enough password' });
  return client;
}

describe('odd data give sentences, never NaN, Infinity or an empty figure', () => {
  for (const key of Object.keys(studies))
    it.each(tabs.map((tab) => [tab]))(`study “${key}”, page “%s”`, async (tab) => {
      for (const query of ['', '?missing=pairwise', '?missing=person-mean']) {
        const { status, html } = await place.owner.get(statisticsOf(key, `${tab}${query}`));
        expect(status).toBe(200);
        const text = html.replace(/<[^>]*>/g, ' ');
        expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
        expect(html).not.toContain('<script>alert');
      }
    });

  it('name the reason in a footnote', async () => {
    expect((await place.owner.get(statisticsOf('one', '?missing=listwise'))).html).toContain(
      '1 complete answers, 2 are needed',
    );
    expect((await place.owner.get(statisticsOf('constant'))).html).toContain('there is no variance');
    expect((await place.owner.get(statisticsOf('none'))).html).toContain('There are no answers yet');
    expect((await place.owner.get(statisticsOf('nopaths', '/model'))).html).toContain('has no paths');
    expect((await place.owner.get(statisticsOf('lonely', '/correlations'))).html).toContain(
      'two constructs or more',
    );
  });

  it('leave no CSV, SVG or JSON with NaN behind', async () => {
    for (const key of Object.keys(studies))
      for (const file of [
        '/report.json',
        '/tables/items.csv',
        '/tables/reliability.csv',
        '/tables/explore.csv',
        '/figures/likert-agreement.svg',
      ]) {
        const { status, html } = await place.owner.get(statisticsOf(key, file));
        expect(status, key + file).toBe(200);
        expect(html).not.toMatch(/NaN|Infinity|undefined/);
      }
  });
});

describe('addresses', () => {
  it.each(['9', '0', 'abc', '01', '1e3', '99999999999'])(
    'version %s is a 404 on every page',
    async (version) => {
      for (const tab of tabs) {
        expect((await place.owner.get(statisticsOf('two', tab, version))).status).toBe(404);
      }
    },
  );

  it('an unknown option is named and not obeyed on a page, and refused for a file', async () => {
    const page = await place.owner.get(statisticsOf('two', '?missing=magic&answers=%22%3E%3Cb%3E&unknown=1'));
    expect(page.status).toBe(200);
    expect(page.html).toContain('missing=magic');
    expect(page.html).toContain('; missing answers: ');
    expect(page.html).not.toContain('"><b>');
    for (const file of ['/tables/items.csv', '/report.json', '/figures/paths.svg', '/answers-raw.csv'])
      expect((await place.owner.get(statisticsOf('two', `${file}?missing=magic`))).status).toBe(422);
    const explore = await place.owner.get(statisticsOf('two', '/explore?of=NOPE&by=q.nope'));
    expect(explore.status).toBe(200);
    expect(explore.html).toContain('NOPE');
  });

  it('Explore tells a construct from an item that has the same key', async () => {
    const shown = async (of: string) =>
      (await place.owner.get(statisticsOf('samekey', `/explore?of=${of}&by=nothing`))).html;
    const construct = await shown('c:A');
    expect(construct).toContain('<option value="c:A" selected>');
    expect(construct).not.toContain('<option value="i:A" selected>');
    expect(construct).not.toContain('Option 5');
    const item = await shown('i:A');
    expect(item).toContain('<option value="i:A" selected>');
    expect(item).toContain('Option 5');
  });

  it('options given twice, as arrays or objects do not break a page', async () => {
    for (const query of ['?missing=pairwise&missing=listwise', '?missing[x]=1', '?of[]=A&by[]=B', '?share=7'])
      for (const tab of ['', '/explore'])
        expect((await place.owner.get(statisticsOf('two', tab + query))).status).toBe(200);
  });

  it('files that do not exist are 404', async () => {
    for (const file of [
      '/tables/nothing.csv',
      '/tables/items',
      '/figures/nothing.svg',
      '/answers-other.csv',
      '/figures/likert-x.svg',
    ])
      expect((await place.owner.get(statisticsOf('two', file))).status).toBe(404);
    expect((await place.owner.get(statisticsOf('nopaths', '/figures/paths.svg'))).status).toBe(404);
  });

  it('the options of the address stay in every link of the page', async () => {
    const { html } = await place.owner.get(
      statisticsOf('two', '?missing=pairwise&answers=without-simulated'),
    );
    for (const tab of ['items', 'correlations', 'model', 'explore', 'downloads', 'tables/reliability.csv'])
      expect(html).toContain(`/statistics/${tab}?missing=pairwise&amp;answers=without-simulated`);
    expect(html).toMatch(/value="pairwise" checked/);
  });
});

describe('who may see what', () => {
  it('a stranger is sent to sign in; a member of another study gets a 404', async () => {
    const stranger = new HttpClient(place.server.address);
    expect((await stranger.get(statisticsOf('two'))).location).toContain('/sign-in?wanted=');
    const analyst = await memberOf('one', 'analyst');
    expect((await analyst.get(statisticsOf('one'))).status).toBe(200);
    for (const path of ['', '/report.json', '/answers-raw.csv', '/import', '/tables/items.csv'])
      expect((await analyst.get(statisticsOf('two', path))).status).toBe(404);
  });

  it('a designer reads the pages but takes no answers away and brings none in', async () => {
    const designer = await memberOf('two', 'designer');
    const { html } = await designer.get(statisticsOf('two', '/downloads'));
    expect(html).not.toContain('answers-raw.csv');
    expect(html).not.toContain('/statistics/import');
    expect((await designer.get(statisticsOf('two', '/answers-raw.csv'))).status).toBe(403);
    expect((await designer.get(statisticsOf('two', '/import'))).status).toBe(403);
  });
});

it('says when answers are simulated and leads to the page without them', async () => {
  const { html } = await place.owner.get(statisticsOf('social-security'));
  expect(html).toContain('All of these submissions are simulated');
  const href = /href="([^"]*answers=without-simulated[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
  const without = await place.owner.get(href);
  expect(without.html).toContain('With these options no answers are left');
  expect(without.html).not.toContain('are simulated');
});

it('marks the example with a figure on the paradigm, with title, description and table', async () => {
  const { html } = await place.owner.get(statisticsOf('social-security', '/model'));
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="paths-title paths-desc"/);
  expect(html).toContain('A correlation shows no direction');
  for (const role of ['causal', 'core', 'context', 'intervening', 'strategies', 'consequences'])
    expect(html).toContain(`data-node="${role}"`);
});
