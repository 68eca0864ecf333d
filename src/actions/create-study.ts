import type { Account } from '../domain/account.ts';
import { checkStudy } from '../domain/check-study.ts';
import { editText } from '../domain/edit/edit-text.ts';
import { emptyStudy } from '../domain/empty-study.ts';
import { type Fault, fault } from '../domain/fault.ts';
import type { LocalizedText } from '../domain/localized-text.ts';
import { paradigmTemplate } from '../domain/paradigm-templates.ts';
import { problems } from '../domain/problem.ts';
import type { StudyRecord } from '../domain/study-record.ts';
import { writeStudyFile } from '../formats/study-file/write-study-file.ts';
import type { Deps } from './deps.ts';
import { insertStudy } from './import-study.ts';

export interface NewStudy {
  readonly template: string;
  readonly key: string;
  /** The first is shown to a respondent who did not choose. */
  readonly languages: readonly string[];
  readonly title: LocalizedText;
}

/** Makes an empty study of a template; whoever makes it becomes its owner. Throws studyKeyTaken. */
export async function createStudy(deps: Deps, account: Account, input: NewStudy): Promise<StudyRecord> {
  const faults: Fault[] = [];
  const template = paradigmTemplate(input.template);
  if (!template) faults.push(fault('template', 'choice-unknown'));
  if (input.languages.length === 0) faults.push(fault('languages', 'language-needed'));
  const title = editText(undefined, input.title);
  if (Object.keys(title).length === 0) faults.push(fault('title', 'text-missing'));
  if (input.key === '') faults.push(fault('key', 'text-missing'));
  if (!template || faults.length > 0) throw problems.invalid(faults);
  const study = emptyStudy(template, input.key, input.languages, title);
  const refused = checkStudy(study);
  if (refused.length > 0) throw problems.invalid(refused);
  return insertStudy(deps, account, study.key, writeStudyFile(study), 'create-study');
}
