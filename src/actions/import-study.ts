import type { Account } from '../domain/account.ts';
import { problems } from '../domain/problem.ts';
import type { StudyRecord } from '../domain/study-record.ts';
import { readStudyFile } from '../formats/study-file/read-study-file.ts';
import type { Deps } from './deps.ts';

/** Makes a study of a study file and keeps the file byte for byte. All or nothing; whoever brings it becomes its owner. */
export async function importStudy(deps: Deps, account: Account, text: string): Promise<StudyRecord> {
  const read = readStudyFile(text);
  if ('faults' in read) throw problems.invalid(read.faults);
  return insertStudy(deps, account, read.study.key, text, 'import-study');
}

/** Throws studyKeyTaken. A key of a study that the account may not see is taken all the same. */
export async function insertStudy(
  deps: Deps,
  account: Account,
  key: string,
  text: string,
  verb: string,
): Promise<StudyRecord> {
  const now = deps.now();
  const record = await deps.studies.insertStudy(account.id, key, text, now);
  await deps.studies.recordAudit({ accountId: account.id, studyId: record.id, verb, detail: key, now });
  return record;
}
