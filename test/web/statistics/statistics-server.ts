// A server with a small study of its own beside the example, and a member who may read its statistics.

import type { Study } from '../../../src/domain/study.ts';
import type { StoredAnswer, SubmissionMode } from '../../../src/domain/submission.ts';
import { answerKeysOf } from '../../../src/domain/version.ts';
import { writeStudyFile } from '../../../src/formats/study-file/write-study-file.ts';
import { type HttpClient, signUp } from '../../support/http-client.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';

export interface StatisticsServer {
  readonly server: TestServer;
  /** The owner of every study on the server. */
  readonly owner: HttpClient;
  /** Adds finished submissions to version 1 of a study; a short row is filled up with "not reached". */
  addAnswers(
    study: Study,
    rows: ReadonlyArray<readonly StoredAnswer[]>,
    mode?: Exclude<SubmissionMode, 'web'>,
  ): Promise<void>;
}

export async function startStatisticsServer(
  studies: readonly Study[],
  options: { example?: boolean } = {},
): Promise<StatisticsServer> {
  const server = await startTestServer({ example: options.example ?? false });
  for (const study of studies) {
    const text = writeStudyFile(study);
    const record = await server.deps.studies.insertStudy(null, study.key, text, 0);
    // Past the check before publishing: what it refuses today may stand in a database of another day.
    await server.deps.studies.publishVersion({
      studyId: record.id,
      expectedRevision: record.draftRevision,
      document: text,
      contentHash: server.deps.sha256(text),
      answerKeys: answerKeysOf(study),
      note: '',
      accountId: null,
      newCode: server.deps.newCode(),
      now: 0,
    });
  }
  const owner = await signUp(server);
  return {
    server,
    owner,
    async addAnswers(study, rows, mode = 'imported') {
      const record = await server.deps.studies.findOptionalStudyByKey(study.key);
      const version = record && (await server.deps.studies.findOptionalVersion(record.id, 1));
      if (!version) throw new Error(`no version of ${study.key}`);
      const width = answerKeysOf(study).length;
      await server.deps.submissionWriter.insertFinished({
        versionId: version.id,
        mode,
        language: study.languages[0]!,
        day: '2026-11-23',
        rows: rows.map((row) => ({
          key: server.deps.newSecret(),
          answers: [...row, ...Array.from({ length: width - row.length }, (): StoredAnswer => null)],
        })),
      });
    },
  };
}

export const statisticsOf = (study: string, rest = '', version = '1'): string =>
  `/studies/${study}/versions/${version}/statistics${rest}`;

/** The tables of a page by their data-table name: text of the cells, row by row, headers and group rows left out. */
export function tablesOf(html: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const tables = new Map<string, string[][]>();
  for (const [, name, body] of html.matchAll(/<table[^>]*data-table="([^"]*)"[^>]*>([\s\S]*?)<\/table>/g)) {
    const rows = [...body!.matchAll(/<tr(?! class="group")[^>]*>([\s\S]*?)<\/tr>/g)].slice(1);
    tables.set(
      name!,
      rows.map(([, row]) =>
        [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => textOf(cell!)),
      ),
    );
  }
  return tables;
}

function textOf(html: string): string {
  return html
    .replace(/<sup>[\s\S]*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}
