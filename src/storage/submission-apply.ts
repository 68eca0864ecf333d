// What a SubmissionWrite does to the tables. Pure SQL inside the caller's transaction; raw prepared statements, because this
// is the one place where respondents wait for the database.

import type {
  BulkSubmissions,
  StoredAnswer,
  SubmissionWrite,
  SubmissionWriteResult,
} from '../domain/submission.ts';
import type { Connection } from './connection.ts';
import { answersText, parseAnswers, requireStorable, storedDay } from './stored-answers.ts';

export interface SubmissionApplier {
  /** Throws RangeError or SqliteError for a write that breaks a rule. */
  apply(write: SubmissionWrite): SubmissionWriteResult;
  insertFinished(input: BulkSubmissions): number;
}

type Begin = Extract<SubmissionWrite, { kind: 'begin' }>;
type SavePage = Extract<SubmissionWrite, { kind: 'save-page' }>;

interface StoredRow {
  readonly id: number;
  readonly version_id: number;
  readonly deployment_id: number | null;
  readonly pages_sent: number;
  readonly layout: 'stacked' | 'row' | null;
  readonly finished_day: number | null;
  readonly answers: string;
}

export function submissionApplier(connection: Connection): SubmissionApplier {
  const find = connection.prepare<[string], StoredRow>(`
    SELECT id, version_id, deployment_id, pages_sent, layout, finished_day, answers FROM submission WHERE key = ?`);
  const insert = connection.prepare<[string, number, number, string, number, number]>(`
    INSERT INTO submission
      (key, version_id, deployment_id, mode, language, pages_sent, consent_id, started_day, answers)
    VALUES (?, ?, ?, 'web', ?, 0, ?, ?, '[]')`);
  const update = connection.prepare<[string, number, string | null, number | null, number]>(`
    UPDATE submission SET answers = ?, pages_sent = ?, layout = ?, finished_day = ? WHERE id = ?`);
  const insertWhole = connection.prepare<[string, number, string, string, number, number, string]>(`
    INSERT INTO submission (key, version_id, mode, language, pages_sent, started_day, finished_day, answers)
    VALUES (?, ?, ?, ?, 0, ?, ?, ?)`);
  const insertConsent = connection.prepare<[string]>(
    'INSERT INTO consent (hash) VALUES (?) ON CONFLICT DO NOTHING',
  );
  const findConsent = connection.prepare<[string], number>('SELECT id FROM consent WHERE hash = ?').pluck();
  const countKeys = connection
    .prepare<[number], number>('SELECT json_array_length(answer_keys) FROM version WHERE id = ?')
    .pluck();
  // A version never changes, so what was counted once stays true.
  const keyCounts = new Map<number, number>();

  function keyCountOf(versionId: number): number {
    const count = keyCounts.get(versionId) ?? countKeys.get(versionId);
    if (count === undefined) throw new RangeError(`there is no version ${versionId}`);
    keyCounts.set(versionId, count);
    return count;
  }

  function consentIdOf(hash: string): number {
    const known = findConsent.get(hash);
    if (known !== undefined) return known;
    insertConsent.run(hash);
    return findConsent.get(hash)!;
  }

  function begin(write: Begin): SubmissionWriteResult {
    const stored = find.get(write.key);
    // The same link may lead to a newer version by now; whoever began stays with the version they began.
    if (stored) return stored.deployment_id === write.deploymentId ? 'unchanged' : 'unknown';
    requireCount(write.answerCount, keyCountOf(write.versionId));
    const { key, versionId, deploymentId, language } = write;
    insert.run(key, versionId, deploymentId, language, consentIdOf(write.consentHash), storedDay(write.day));
    return 'stored';
  }

  function savePage(write: SavePage): SubmissionWriteResult {
    const stored = find.get(write.key);
    if (!stored) return 'unknown';
    const answers = parseAnswers(stored.answers, keyCountOf(stored.version_id));
    const answersChange = merge(answers, write);
    if (stored.finished_day !== null) return answersChange ? 'finished' : 'unchanged';
    const pagesSent = Math.max(stored.pages_sent, write.page);
    const layout = write.layout ?? stored.layout;
    const unchanged =
      !answersChange && !write.finish && pagesSent === stored.pages_sent && layout === stored.layout;
    if (unchanged) return 'unchanged';
    update.run(
      answersText(answers),
      pagesSent,
      layout,
      write.finish ? storedDay(write.day) : null,
      stored.id,
    );
    return 'stored';
  }

  return {
    apply: (write) => (write.kind === 'begin' ? begin(write) : savePage(write)),

    insertFinished({ versionId, mode, language, day, rows }) {
      const count = keyCountOf(versionId);
      const stored = storedDay(day);
      for (const { key, answers } of rows) {
        requireCount(answers.length, count);
        answers.forEach(requireStorable);
        insertWhole.run(key, versionId, mode, language, stored, stored, answersText(answers));
      }
      return rows.length;
    },
  };
}

/** Puts the page's answers in their places; true when that made a difference. */
function merge(answers: StoredAnswer[], write: SavePage): boolean {
  if (!Number.isInteger(write.page) || write.page < 1) throw new RangeError(`there is no page ${write.page}`);
  let changed = false;
  for (const [position, answer] of write.answers) {
    if (!Number.isInteger(position) || position < 0 || position >= answers.length) {
      throw new RangeError(`there is no position ${position} among ${answers.length} answers`);
    }
    requireStorable(answer);
    changed ||= answers[position] !== answer;
    answers[position] = answer;
  }
  return changed;
}

export function requireCount(given: number, expected: number): void {
  if (given !== expected) throw new RangeError(`${given} answers were given for a version of ${expected}`);
}
