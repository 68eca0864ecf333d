import { problems } from '../domain/problem.ts';
import { type Questionnaire, questionnaireOf } from '../domain/questionnaire.ts';
import type { Study } from '../domain/study.ts';
import type { StudyStore } from '../domain/study-record.ts';

/** Gives a version's questionnaire, parsed once: versions never change, so what was read stays right. */
export type QuestionnaireShelf = (versionId: number) => Promise<Questionnaire>;

/** Keeps the versions used last. The same object comes back each time, so that drawn pages can be kept beside it. */
export function questionnaireShelf(studies: StudyStore, capacity = 32): QuestionnaireShelf {
  const kept = new Map<number, Questionnaire>();
  return async (versionId) => {
    const found = kept.get(versionId) ?? (await readVersion(studies, versionId));
    kept.delete(versionId);
    kept.set(versionId, found);
    const oldest = kept.keys().next().value;
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

async function readVersion(studies: StudyStore, versionId: number): Promise<Questionnaire> {
  const version = await studies.findOptionalVersionById(versionId);
  if (!version) throw problems.questionnaireUnknown();
  // Checked when it was published, and frozen since. It is not judged again: rules that we add later must not close it.
  const document = version.document.replace(/^\uFEFF/, '');
  return questionnaireOf(JSON.parse(document) as Study, version);
}
