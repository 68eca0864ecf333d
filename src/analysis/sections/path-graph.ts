import type { DirectPath, ModeratingPath, Study } from '../../domain/study.ts';

/** Direct paths whose two ends are all of one kind, so that no variable is part of another. */
export interface PathLevel {
  readonly level: 'constructs' | 'roles';
  /** Ends of the paths, in the order of the study. */
  readonly nodes: readonly string[];
  readonly paths: readonly DirectPath[];
}

export function directPaths(study: Study): readonly DirectPath[] {
  return study.paths.filter((path): path is DirectPath => path.kind === 'direct');
}

export function moderatingPaths(study: Study): readonly ModeratingPath[] {
  return study.paths.filter((path): path is ModeratingPath => path.kind === 'moderates');
}

/**
 * Paths between constructs, and paths between roles. A path from a construct to a role belongs to neither: a latent model
 * cannot hold a whole beside its part. `known` names the constructs and roles that have items.
 */
export function pathLevels(
  study: Study,
  constructs: readonly string[],
  roles: readonly string[],
): { levels: readonly PathLevel[]; leftOut: readonly string[] } {
  const direct = directPaths(study);
  const among = (keys: readonly string[]) =>
    direct.filter(({ from, to }) => keys.includes(from) && keys.includes(to));
  const levelOf = (level: PathLevel['level'], keys: readonly string[]): PathLevel => {
    const paths = among(keys);
    const nodes = keys.filter((key) => paths.some(({ from, to }) => from === key || to === key));
    return { level, nodes, paths };
  };
  const levels = [levelOf('constructs', constructs), levelOf('roles', roles)].filter(
    ({ paths }) => paths.length > 0,
  );
  const used = levels.flatMap(({ paths }) => paths);
  return { levels, leftOut: direct.filter((path) => !used.includes(path)).map(({ key }) => key) };
}

/** True when following the arrows can lead back to where one started. */
export function isCircular(paths: readonly Pick<DirectPath, 'from' | 'to'>[]): boolean {
  let left = [...paths];
  while (left.length > 0) {
    const open = left.filter(({ to }) => left.some(({ from }) => from === to));
    if (open.length === left.length) return true;
    left = open;
  }
  return false;
}

/** Every way along the arrows with one to `most` stations between its ends: keys from start to end, none twice. */
export function indirectWays(
  paths: readonly Pick<DirectPath, 'from' | 'to'>[],
  most: number,
): readonly (readonly string[])[] {
  const starts = [...new Set(paths.map(({ from }) => from))];
  const ways: string[][] = [];
  const walk = (way: string[]) => {
    if (way.length > 2) ways.push(way);
    if (way.length === most + 2) return;
    for (const { from, to } of paths) if (from === way.at(-1) && !way.includes(to)) walk([...way, to]);
  };
  for (const start of starts) walk([start]);
  return ways;
}
