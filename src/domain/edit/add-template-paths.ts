import type { Path, RoleRelation, Study } from '../study.ts';
import { freeKey, keysOf } from './study-keys.ts';

/** The arrows between the parts of the model that no path expresses yet. */
export function missingRelations(study: Study): readonly RoleRelation[] {
  return study.paradigm.relations.filter(
    (relation) => !study.paths.some((path) => expresses(study, path, relation)),
  );
}

/** Makes a path H1, H2 … of every arrow of the model that has none. An arrow that moderates bears on each path to its part. */
export function addTemplatePaths(study: Study): Study {
  let edited = study;
  const add = (path: Omit<Path, 'key'>) => {
    const key = freeKey('H', keysOf(edited));
    edited = { ...edited, paths: [...edited.paths, { ...path, key } as Path] };
  };
  const missing = missingRelations(study);
  for (const { from, to, sign } of missing.filter((relation) => relation.kind === 'direct'))
    add({ kind: 'direct', from, to, sign } as Omit<Path, 'key'>);
  for (const { from, to, sign } of missing.filter((relation) => relation.kind === 'moderates')) {
    const moderated = edited.paths.filter(
      (path) => path.kind === 'direct' && path.to === to && path.from !== from,
    );
    for (const { key } of moderated) add({ kind: 'moderates', from, path: key, sign } as Omit<Path, 'key'>);
  }
  return edited;
}

function expresses(study: Study, path: Path, relation: RoleRelation): boolean {
  if (path.from !== relation.from) return false;
  if (path.kind === 'direct') return relation.kind === 'direct' && path.to === relation.to;
  const moderated = study.paths.find((other) => other.key === path.path);
  return moderated?.kind === 'direct' && moderated.to === relation.to;
}
