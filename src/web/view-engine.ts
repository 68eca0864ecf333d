import { join } from 'node:path';
import ejs from 'ejs';
import { packageRoot } from './assets.ts';

const viewRoot = join(packageRoot, 'views');
const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** EJS prints an undefined property as nothing; here it is an error, because a hole in a page is a mistake of ours. */
function escapeOrFail(value: unknown): string {
  if (value === undefined || value === null)
    throw new Error('a template printed a value that is undefined or null');
  return String(value).replace(/[&<>"']/g, (character) => replacements[character]!);
}

/** Renders views/<name>.ejs. The template sees one variable, `page`. */
export async function renderView(name: string, page: object): Promise<string> {
  const options: ejs.Options = {
    strict: true,
    localsName: 'page',
    escape: escapeOrFail,
    root: viewRoot,
    views: [viewRoot],
    cache: true,
    async: false,
  };
  return ejs.renderFile(join(viewRoot, `${name}.ejs`), page, options);
}
