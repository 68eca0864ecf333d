import { type Fault, fault } from './fault.ts';
import type { DirectPath, Study } from './study.ts';

/** Paths run between constructs and roles; a moderating path bears on a direct one that it is no end of. */
export function checkPaths(study: Study): readonly Fault[] {
  const faults: Fault[] = [];
  const ends = new Set([...study.paradigm.roles, ...study.constructs].map(({ key }) => key));
  const allPaths = new Map(study.paths.map((path) => [path.key, path]));
  const firstPlace = new Map<string, string>();

  study.paths.forEach((path, index) => {
    const place = `paths[${index}]`;
    const checkEnd = (field: string, value: string) => {
      if (!ends.has(value)) faults.push(fault(`${place}.${field}`, 'unknown-path-end', { value }));
    };
    checkEnd('from', path.from);
    if (path.kind === 'direct') {
      checkEnd('to', path.to);
      if (path.from === path.to) faults.push(fault(`${place}.to`, 'path-to-itself', { value: path.to }));
    } else {
      const moderated = allPaths.get(path.path);
      if (!moderated) faults.push(fault(`${place}.path`, 'unknown-path', { value: path.path }));
      else if (moderated.kind !== 'direct') {
        faults.push(fault(`${place}.path`, 'moderated-path-not-direct', { value: path.path }));
      } else if (isEndOf(moderated, path.from)) {
        faults.push(fault(`${place}.from`, 'moderator-is-end', { value: path.from, path: path.path }));
      }
    }

    const same = JSON.stringify(path.kind === 'direct' ? [path.from, path.to] : [path.from, path.path, '*']);
    const first = firstPlace.get(same);
    if (first === undefined) firstPlace.set(same, place);
    else faults.push(fault(place, 'path-repeated', { first }));
  });
  return faults;
}

function isEndOf(path: DirectPath, key: string): boolean {
  return path.from === key || path.to === key;
}
