import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Study } from '../../../src/domain/study.ts';
import { renderPreviewPage } from '../../../src/web/respond/preview.ts';
import { HttpClient } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { Respondent } from './respondent.ts';

let server: TestServer;
let code: string;
let study: Study;
beforeAll(async () => {
  server = await startTestServer();
  code = await server.exampleCode();
  const record = await server.deps.studies.findOptionalStudyByKey('social-security');
  study = JSON.parse(record!.draft) as Study;
});
afterAll(() => server.close());

const version = { id: 1, number: 1 };
const withoutForm = (html: string) =>
  html.replace(/ action="[^"]*"/, '').replace(/name="key" value="[^"]*"/, '');

describe('a preview', () => {
  it.each(['fa', 'en'])(
    'equals the respondent page in %s byte for byte, but for where the form goes',
    async (language) => {
      const someone = new Respondent(server, code);
      await someone.begin(language);
      for (let page = 1; page <= study.pages.length; page += 1) {
        const preview = await renderPreviewPage(study, language, page, { version });
        expect(withoutForm(preview)).toBe(withoutForm((await someone.show(page)).html));
        await someone.fill(page);
      }
    },
  );

  it('shows consent and thanks as well, and says of a draft that it is one', async () => {
    expect(await renderPreviewPage(study, 'en', 0)).toContain('51 questions');
    expect(await renderPreviewPage(study, 'en', 8)).toContain('Your answers have arrived');
    expect(await renderPreviewPage(study, 'en', 1)).toContain('draft, part 1 of 7');
    await expect(renderPreviewPage(study, 'en', 9)).rejects.toThrow(RangeError);
  });

  it('stores nothing when it is sent, and leads on only inside the researcher’s pages', async () => {
    const client = new HttpClient(server.address);
    const onward = '/studies/social-security/preview?page=2&lang=fa';
    const html = await renderPreviewPage(study, 'en', 1, { onward });
    const action = /action="([^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    const before = await server.deps.submissions.countSubmissions(1);
    const reply = await client.post(action, { q1: '1', go: 'next' });
    expect(reply.status).toBe(303);
    expect(reply.location).toBe(onward);
    expect(await server.deps.submissions.countSubmissions(1)).toEqual(before);
    for (const elsewhere of [
      'https://example.org',
      '//example.org',
      '/studies/..//example.org\\@x',
      '/sign-out',
    ]) {
      const refused = await client.post(`/s/-/preview?onward=${encodeURIComponent(elsewhere)}`, {});
      expect(refused.status).toBe(200);
      expect(refused.html).toContain('Nothing was stored');
    }
  });
});
