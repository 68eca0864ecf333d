import { problems } from '../../../domain/problem.ts';
import type { VersionRecord } from '../../../domain/study-record.ts';
import { actorOf, type PageContext } from '../../page-context.ts';

/** The version that an address names, or the problem that there is none. */
export async function findVersion(context: PageContext, number: unknown): Promise<VersionRecord> {
  const text = typeof number === 'string' ? number : '';
  if (!/^[1-9]\d{0,8}$/.test(text)) throw problems.versionUnknown(text);
  const version = await context.deps.studies.findOptionalVersion(actorOf(context).study.id, Number(text));
  if (!version) throw problems.versionUnknown(text);
  return version;
}
