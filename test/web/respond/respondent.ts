// A respondent without script, for tests: opens, agrees, answers, and remembers where the server sent them.

import { answerKeysOf } from '../../../src/domain/version.ts';
import { readStudyFile } from '../../../src/formats/study-file/read-study-file.ts';
import { links } from '../../../src/web/links.ts';
import { HttpClient, type Reply } from '../../support/http-client.ts';
import type { TestServer } from '../../support/start-test-server.ts';

export type Fields = ReadonlyArray<readonly [name: string, value: string]>;

export class Respondent {
  readonly client: HttpClient;
  readonly server: TestServer;
  readonly code: string;
  key = '';

  constructor(server: TestServer, code: string) {
    this.server = server;
    this.code = code;
    this.client = new HttpClient(server.address);
  }

  /** Opens the link and agrees. */
  async begin(language = 'fa'): Promise<Reply> {
    const address = links.questionnaireIn(this.code, language);
    const page = await this.client.get(address);
    this.key = /name="key" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    return this.client.post(address, { key: this.key, version: '1', consent: 'yes' });
  }

  path(page: number | 'thanks'): string {
    return `${links.questionnaire(this.code)}/${this.key}/${page}`;
  }

  show(page: number | 'thanks'): Promise<Reply> {
    return this.client.get(this.path(page));
  }

  send(page: number, answers: Fields, button = 'next'): Promise<Reply> {
    return this.client.post(this.path(page), [...answers, ['go', button]] as Array<[string, string]>);
  }

  /** Answers every question of a page with the same code. */
  async fill(page: number, value = '1', button = 'next'): Promise<Reply> {
    const { html } = await this.show(page);
    return this.send(
      page,
      namesIn(html).map((name) => [name, value]),
      button,
    );
  }

  async finish(value = '1'): Promise<Reply> {
    const pages = await this.pageCount();
    let reply = await this.fill(1, value);
    for (let page = 2; page <= pages; page += 1) reply = await this.fill(page, value);
    return reply;
  }

  async pageCount(): Promise<number> {
    const study = await this.server.deps.studies.findOptionalStudyByKey('social-security');
    const read = readStudyFile(study?.draft ?? '');
    if ('faults' in read) throw new Error('the example does not read');
    return read.study.pages.length;
  }

  /** What the database holds, by item key. */
  async stored(): Promise<{ state: string; answers: Record<string, unknown> }> {
    const submission = await this.server.deps.submissions.findOptionalSubmission(this.key);
    const version =
      submission && (await this.server.deps.studies.findOptionalVersionById(submission.versionId));
    if (!submission || !version) throw new Error('nothing is stored');
    const answers = Object.fromEntries(
      version.answerKeys.map((key, position) => [key, submission.answers[position]]),
    );
    return { state: submission.state, answers };
  }
}

/** The fields of a page's questions, in order. */
export function namesIn(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/type="radio" name="([^"]+)"/g)].map((match) => match[1]!))];
}

/** The answers that a page shows as chosen. */
export function checkedIn(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/name="([^"]+)" value="([^"]+)" id="[^"]+" checked>/g)].map((match) => [
      match[1]!,
      match[2]!,
    ]),
  );
}

/** Publishes the example's draft once more under the same link, changed by `change`. */
export async function publishAgain(server: TestServer, change: (draft: string) => string): Promise<void> {
  const { studies, now, sha256, newCode } = server.deps;
  const record = await studies.findOptionalStudyByKey('social-security');
  if (!record) throw new Error('the example is not loaded');
  const document = change(record.draft);
  const read = readStudyFile(document);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const expectedRevision = await studies.saveDraft(record.id, record.draftRevision, document, now());
  await studies.publishVersion({
    studyId: record.id,
    expectedRevision,
    document,
    contentHash: sha256(document),
    answerKeys: answerKeysOf(read.study),
    note: '',
    accountId: null,
    newCode: newCode(),
    now: now(),
  });
}
