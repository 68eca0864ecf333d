import { type Fault, fault } from '../fault.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { ExpectedSign, Key, Path, Study } from '../study.ts';
import { editOptionalText, refuseFaults, withOptional } from './edit-text.ts';
import { moveTo } from './move.ts';
import { checkNewKey, freeKey, keysOf } from './study-keys.ts';

export const expectedSigns: readonly ExpectedSign[] = ['+', '-', '?'];

export interface PathInput {
  /** Key of a construct or of a role. */
  readonly from: string;
  /** Key of a construct, of a role, or of a direct path; what it is decides whether the path is direct or moderates. */
  readonly target: string;
  readonly sign: string;
  readonly rationale: LocalizedText;
}

export function targetOf(path: Path): Key {
  return path.kind === 'direct' ? path.to : path.path;
}

export function editPaths(study: Study, typed: ReadonlyMap<Key, PathInput>): Study {
  const faults: Fault[] = [];
  const paths = study.paths.map((path) => {
    const input = typed.get(path.key);
    if (!input) return path;
    const edited = makePath(study, path.key, input, (name) => `${name}:${path.key}`, faults);
    const moderators = study.paths.filter((other) => other.kind === 'moderates' && other.path === path.key);
    if (edited.kind === 'moderates' && path.kind === 'direct' && moderators.length > 0)
      faults.push(
        fault(`target:${path.key}`, 'path-moderated', {
          keys: moderators.map((other) => other.key).join(', '),
        }),
      );
    return withOptional(edited, 'rationale', editOptionalText(path.rationale, input.rationale));
  });
  refuseFaults(faults);
  return { ...study, paths };
}

export function addPath(
  study: Study,
  typed: PathInput & { readonly key: string },
): { study: Study; key: Key } {
  const key = typed.key.trim() || freeKey('H', keysOf(study));
  const faults = checkNewKey(study, key, 'new-key');
  const made = makePath(study, key, typed, (name) => `new-${name}`, faults);
  refuseFaults(faults);
  const added = withOptional(made, 'rationale', editOptionalText(undefined, typed.rationale));
  return { study: { ...study, paths: [...study.paths, added] }, key };
}

function makePath(
  study: Study,
  key: Key,
  input: PathInput,
  placeOf: (name: string) => string,
  faults: Fault[],
): Path {
  const ends = new Set([...study.constructs, ...study.paradigm.roles].map((end) => end.key));
  const moderated = study.paths.find((path) => path.key === input.target && path.kind === 'direct');
  const sign = expectedSigns.find((known) => known === input.sign);
  if (!ends.has(input.from)) faults.push(fault(placeOf('from'), 'choice-unknown'));
  if (!sign) faults.push(fault(placeOf('sign'), 'choice-unknown'));
  if (!ends.has(input.target) && !moderated) faults.push(fault(placeOf('target'), 'choice-unknown'));
  if (input.target === input.from || input.target === key)
    faults.push(fault(placeOf('target'), 'path-to-itself', { value: input.target }));
  const common = { key, from: input.from, sign: sign ?? '?' } as const;
  return moderated
    ? { ...common, kind: 'moderates', path: input.target }
    : { ...common, kind: 'direct', to: input.target };
}

export function movePath(study: Study, key: Key, position: number): Study {
  const from = study.paths.findIndex((path) => path.key === key);
  return from < 0 ? study : { ...study, paths: moveTo(study.paths, from, position) };
}
