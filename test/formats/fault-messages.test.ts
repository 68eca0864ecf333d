import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fault as faultEn } from '../../src/i18n/en/fault.ts';
import { finding as findingEn } from '../../src/i18n/en/finding.ts';
import { fault as faultFa } from '../../src/i18n/fa/fault.ts';
import { finding as findingFa } from '../../src/i18n/fa/finding.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** What the pattern captures in any of the files, each once. */
function codesIn(files: readonly string[], pattern: RegExp): string[] {
  const codes = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1]!),
  );
  return [...new Set(codes)].sort();
}

const domain = filesUnder(join(source, 'domain'));
const faultFiles = [
  ...filesUnder(join(source, 'formats')).filter((file) => file.endsWith('.ts')),
  ...domain.filter((file) => /check-study[^/]*\.ts$/.test(file)),
];
const faultCodes = codesIn(
  faultFiles,
  /'((?:json|csv|not|field|expected|text|too|number|url|language|key|unknown|code|item|path|moderat\w+|scale|option|more|format)-[a-z0-9-]+)'/g,
).filter((code) => code !== 'not-reached');
const findingCodes = codesIn(
  domain.filter((file) => /publish-check[^/]*\.ts$/.test(file)),
  /'(?:blocking|remark)',[^;]*?'([a-z]+(?:-[a-z]+)+)'/g,
);

const base = (key: string) => key.replace(/_(one|other)$/, '');

describe.each([
  ['fault', faultCodes, faultEn, faultFa],
  ['finding', findingCodes, findingEn, findingFa],
] as const)('%s', (_, codes, en, fa) => {
  test('every code has words', () => {
    expect(codes.length).toBeGreaterThan(20);
    const known = new Set(Object.keys(en).map(base));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  test('Persian and English words name the same values', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    for (const [key, english] of Object.entries(en)) {
      const persian = (fa as Record<string, string>)[key] ?? '';
      expect([key, values(persian)]).toEqual([key, values(english)]);
      expect(persian).toMatch(/[\u0600-\u06ff]/);
    }
  });
});

test('no words are kept for a finding that nothing reports', () => {
  const text = domain.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(
    Object.keys(findingEn)
      .map(base)
      .filter((key) => !text.includes(`'${key}'`)),
  ).toEqual([]);
});
