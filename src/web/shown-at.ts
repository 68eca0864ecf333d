import { routes } from './routes.ts';

const patterns = routes
  .filter((route) => route.method === 'get')
  .map((route) => new RegExp(`^${route.path.replace(/:[A-Za-z]+/g, '[^/]+')}$`));

/** The address itself where a GET route stands, else the nearest above it: a page drawn by a POST has no address of its own. */
export function shownAt(path: string): string {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
    if (patterns.some((pattern) => pattern.test(at))) return at;
  return '/';
}
