import { checkStudy } from '../../domain/check-study.ts';
import { type Fault, fault } from '../../domain/fault.ts';
import type { Study } from '../../domain/study.ts';
import { shortened } from '../place.ts';
import { parseJson } from './parse-json.ts';
import { keepsShape, schemaFaults } from './schema-faults.ts';
import { studyFileSchema } from './study-file-schema.ts';

/** More would not be read; the last one then says how many there are besides. */
const MAX_FAULTS = 100;

export type ReadStudyFile = { readonly study: Study } | { readonly faults: readonly Fault[] };

/**
 * The study in a study file, or what is wrong with the file and where. Never throws, whatever the text.
 * The caller limits the size of the text; a byte order mark is tolerated.
 */
export function readStudyFile(text: string): ReadStudyFile {
  const parsed = parseJson(text);
  if ('faults' in parsed) return { faults: limited(parsed.faults) };
  const document = parsed.value;

  // A file of another kind would fail in every field; one sentence says more.
  const format = fieldOf(document, 'format');
  if (format !== 'axial-study') return { faults: [fault('', 'not-a-study-file')] };
  const formatVersion = fieldOf(document, 'formatVersion');
  if (typeof formatVersion === 'number' && formatVersion !== 1) {
    return { faults: [fault('formatVersion', 'format-version-unknown', { value: formatVersion })] };
  }

  const checked = studyFileSchema.safeParse(document);
  if (checked.success) {
    const study: Study = checked.data;
    const faults = checkStudy(study);
    return faults.length === 0 ? { study } : { faults: limited(faults) };
  }
  const faults = schemaFaults(document, checked.error.issues);
  return { faults: limited([...faults, ...faultsBeyond(document, checked.error.issues, faults)]) };
}

/** What the rules between the parts object to, where the schema has not objected already. */
function faultsBeyond(
  document: unknown,
  issues: Parameters<typeof keepsShape>[0],
  reported: readonly Fault[],
): readonly Fault[] {
  if (!keepsShape(issues)) return [];
  const seen = new Set(reported.map(({ code, place }) => `${code} ${place}`));
  return checkStudy(document as Study).filter(({ code, place }) => !seen.has(`${code} ${place}`));
}

function fieldOf(document: unknown, name: string): unknown {
  return typeof document === 'object' && document !== null && Object.hasOwn(document, name)
    ? (document as Record<string, unknown>)[name]
    : undefined;
}

function limited(faults: readonly Fault[]): readonly Fault[] {
  const shown = faults.slice(0, MAX_FAULTS).map((each) => ({
    ...each,
    details: Object.fromEntries(
      Object.entries(each.details).map(([name, value]) => [
        name,
        typeof value === 'string' ? shortened(value) : value,
      ]),
    ),
  }));
  return faults.length > MAX_FAULTS
    ? [...shown, fault('', 'more-faults', { count: faults.length - MAX_FAULTS })]
    : shown;
}
