import { problems } from '../domain/problem.ts';
import type { Study } from '../domain/study.ts';
import type { VersionRecord } from '../domain/study-record.ts';
import type { Deps } from './deps.ts';
import { readStoredStudy } from './read-stored-study.ts';
import type { StudyActor } from './study-actor.ts';

export interface FrozenStudy {
  readonly version: VersionRecord;
  readonly study: Study;
}

/** Parsed versions by their record's document, which never changes; an entry goes when its store goes. */
const parsed = new WeakMap<Deps['studies'], Map<number, Study>>();
const KEPT = 32;

/** A version of the actor's study by the number in an address. Throws versionUnknown for anything else. */
export async function readVersion(deps: Deps, actor: StudyActor, number: string): Promise<FrozenStudy> {
  if (!/^[1-9]\d{0,8}$/.test(number)) throw problems.versionUnknown(number);
  const version = await deps.studies.findOptionalVersion(actor.study.id, Number(number));
  if (!version) throw problems.versionUnknown(number);
  return { version, study: studyOfVersion(deps, version) };
}

export function studyOfVersion(deps: Deps, version: VersionRecord): Study {
  const shelf = parsed.get(deps.studies) ?? new Map<number, Study>();
  parsed.set(deps.studies, shelf);
  const study = shelf.get(version.id) ?? readStoredStudy(version.document);
  shelf.delete(version.id);
  shelf.set(version.id, study);
  const [oldest] = shelf.keys();
  if (shelf.size > KEPT && oldest !== undefined) shelf.delete(oldest);
  return study;
}
