import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { studyJsonSchema } from '../../../src/formats/study-file/study-json-schema.ts';

const file = fileURLToPath(new URL('../../../static/schema/study-1.schema.json', import.meta.url));

test('the published JSON Schema is the one of the code', () => {
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, studyJsonSchema());
  expect(readFileSync(file, 'utf8')).toBe(studyJsonSchema());
});

test('every field of the published JSON Schema has a description', () => {
  const without: string[] = [];
  const walk = (place: string, node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, ...rest } = node as { properties?: Record<string, { description?: string }> };
    for (const [name, field] of Object.entries(properties ?? {})) {
      if ((field.description ?? '').length < 5) without.push(`${place}.${name}`);
      walk(`${place}.${name}`, field);
    }
    for (const [name, part] of Object.entries(rest)) walk(`${place}/${name}`, part);
  };
  const schema: unknown = JSON.parse(studyJsonSchema());
  walk('', schema);
  expect(without).toEqual([]);
  expect(JSON.stringify(schema).match(/"properties"/g)?.length).toBeGreaterThan(15);
});
