import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../../src/analysis/analyse.ts';
import { DEFAULT_OPTIONS } from '../../src/analysis/analysis-options.ts';
import { answerSimulator } from '../../src/analysis/simulate-answers.ts';
import type { StoredAnswer } from '../../src/domain/submission.ts';
import { answerKeysOf } from '../../src/domain/version.ts';
import { writeStudyFile } from '../../src/formats/study-file/write-study-file.ts';
import { sha256 } from '../../src/security/secret.ts';
import { xoshiro128 } from '../../src/statistics/random/xoshiro128.ts';
import { readAnswerColumns } from '../../src/storage/answer-columns.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { packageRoot } from '../../src/web/assets.ts';
import { benchStudy } from './bench-study.ts';
import { atMost, median, type Row } from './report.ts';

const N = 100_000;
const ROUNDS = 5;

const source = { versionNumber: 1, contentHash: '', stamp: '', softwareVersion: '' };

/** Reading all answers and computing what the pages of a version show. */
export async function benchStatistics(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'axial-bench-statistics-'));
  const file = join(folder, 'axial.sqlite');
  const workerFile = join(packageRoot, 'dist/storage/submission-worker.js');
  const study = benchStudy();
  const stores = await openStores({ file, workerFile });
  const text = writeStudyFile(study);
  const record = await stores.studies.insertStudy(null, study.key, text, 0);
  const version = await stores.studies.publishVersion({
    studyId: record.id,
    expectedRevision: record.draftRevision,
    document: text,
    contentHash: sha256(text),
    answerKeys: answerKeysOf(study),
    note: '',
    accountId: null,
    newCode: 'bench',
    now: 0,
  });
  stores.database.connection.pragma('wal_checkpoint(TRUNCATE)');
  const emptySize = statSync(file).size;
  const respond = answerSimulator(study, {}, xoshiro128(1));
  const matrix: StoredAnswer[][] = Array.from({ length: N }, () => respond());
  await stores.submissionWriter.insertFinished({
    versionId: version.id,
    mode: 'simulated',
    language: 'en',
    day: '2026-11-23',
    rows: matrix.map((answers, index) => ({ key: `bench${String(index).padStart(17, '0')}`, answers })),
  });
  stores.database.connection.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = (statSync(file).size - emptySize) / N;
  await stores.close();

  const plain = join(folder, 'answers.i8');
  writeFileSync(
    plain,
    Int8Array.from(matrix.flat().map((answer) => (typeof answer === 'number' ? answer : -1))),
  );
  const reads: number[] = [];
  const plains: number[] = [];
  const analyses: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const plainTime = timed(() => transposed(readFileSync(plain), 30));
    const started = performance.now();
    const { columns } = await readAnswerColumns(file, version.id);
    const readTime = performance.now() - started;
    const analysisTime = timed(() => analyse(study, columns, DEFAULT_OPTIONS, source));
    // The first round warms the compiler and the file cache.
    if (round === 0) continue;
    plains.push(plainTime);
    reads.push(readTime);
    analyses.push(analysisTime);
  }
  rmSync(folder, { recursive: true, force: true });
  const times = `plain ${ms(plains)}, columns ${ms(reads)}, statistics ${ms(analyses)}`;
  return [
    atMost('read into columns / read a plain byte file', median(reads) / median(plains), 10, times),
    atMost('alpha, items, all correlations / that read', median(analyses) / median(reads), 2, times),
    atMost(
      'LimeSurvey’s 4.1 s for frequencies: ours / theirs',
      (median(reads) + median(analyses)) / 4100,
      1,
      '',
    ),
    atMost('bytes a submission on disk', bytes, 200, ''),
  ];
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function transposed(bytes: Buffer, width: number): Int8Array[] {
  const rows = bytes.length / width;
  const columns = Array.from({ length: width }, () => new Int8Array(rows));
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < width; column++) columns[column]![row] = bytes[at++]!;
  return columns;
}

function ms(times: readonly number[]): string {
  return `${median(times).toFixed(0)} ms`;
}
