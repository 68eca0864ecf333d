// Rules of the house that no compiler keeps. Each lists its offenders, so that a failure says where to go.

import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const source = sourceFiles('src', '.ts');
const views = sourceFiles('views', '.ejs');

/** What a folder of src/ may import from the others. `bin` may import everything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  statistics: [],
  client: [],
  analysis: ['domain', 'statistics'],
  formats: ['domain'],
  security: ['domain'],
  i18n: ['domain'],
  storage: ['domain'],
  actions: ['domain', 'analysis', 'formats', 'security', 'statistics'],
  web: ['domain', 'actions', 'analysis', 'formats', 'i18n', 'security', 'statistics'],
};

const folderOf = (path: string) => path.split('/')[1] ?? '';

/** Comments speak of what the code does not do. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

function importsOf(text: string): readonly string[] {
  return [...codeOf(text).matchAll(/(?:from|import)\s+'([^']+)'/g)].map((match) => match[1]!);
}

describe('imports', () => {
  it('follow the table of folders', () => {
    const offenders = source.flatMap(({ path, text }) => {
      const folder = folderOf(path);
      const allowed = mayImport[folder];
      if (!allowed) return [];
      return importsOf(text)
        .filter((name) => name.startsWith('.'))
        .map((name) => new URL(name, `file:///${path}`).pathname.slice(1))
        .filter((target) => folderOf(target) !== folder && !allowed.includes(folderOf(target)))
        .map((target) => `${path}: ${target}`);
    });
    expect(offenders).toEqual([]);
  });

  it('of statistics name no package but the two that were weighed', () => {
    const offenders = source
      .filter(({ path }) => path.startsWith('src/statistics/') || path.startsWith('src/domain/'))
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter((name) => !name.startsWith('.') && !['ml-matrix', 'simple-statistics'].includes(name))
          .map((name) => `${path}: ${name}`),
      );
    expect(offenders).toEqual([]);
  });
});

describe('surroundings', () => {
  it('are read by src/bin alone', () => {
    const offenders = source
      .filter(({ path, text }) => !path.startsWith('src/bin/') && text.includes('process.env'))
      .map(({ path }) => path);
    expect(offenders).toEqual([]);
  });

  it('do not reach the pure folders: no clock, no chance', () => {
    const pure = /^src\/(domain|statistics|analysis)\//;
    const offenders = source
      .filter(({ path, text }) => pure.test(path) && /Math\.random|Date\.now|new Date\(/.test(codeOf(text)))
      .map(({ path }) => path);
    expect(offenders).toEqual([]);
  });
});

describe('files', () => {
  // Catalogues of words and tables of data are lists, not rooms.
  const lists = /^src\/i18n\/(en|fa)\//;

  it('stay small enough to read at once', () => {
    const offenders = [...source, ...views]
      .filter(({ path, text }) => !lists.test(path) && text.split('\n').length > 301)
      .map(({ path, text }) => `${path}: ${text.split('\n').length} lines`);
    expect(offenders).toEqual([]);
  });

  it('are named for what they hold: no utils, helpers, index or barrels', () => {
    const offenders = source
      .filter(({ path }) => /(^|\/)(utils?|helpers?|misc|common|index)(\.ts|\/)/.test(path))
      .map(({ path }) => path)
      .filter((path) => !lists.test(path));
    expect(offenders).toEqual([]);
  });
});

describe('templates', () => {
  it('print raw text for includes and the drawn body only', () => {
    const offenders = views.flatMap(({ path, text }) =>
      [...text.matchAll(/<%-\s*([^%]*?)\s*-?%>/g)]
        .map((match) => match[1]!.trim())
        .filter((code) => !/^include\(/.test(code) && code !== 'page.body')
        .map((code) => `${path}: ${code}`),
    );
    expect(offenders).toEqual([]);
  });

  it('have neither inline style nor inline script', () => {
    const offenders = views
      .filter(({ text }) => /\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)/.test(text))
      .map(({ path }) => path);
    expect(offenders).toEqual([]);
  });
});

describe('style sheets', () => {
  it('know no left and right: logical properties only', () => {
    const physical =
      /(^|[;{\s])((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom)\s*:|text-align:\s*(left|right)|float:\s*(left|right)/;
    const offenders = sourceFiles('static/css', '.css').flatMap(({ path, text }) =>
      text
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => physical.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(offenders).toEqual([]);
  });
});
