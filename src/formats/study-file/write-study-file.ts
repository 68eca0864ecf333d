import { z } from 'zod';
import type { Study } from '../../domain/study.ts';
import { schemaOf } from './schema-fields.ts';
import { studyFileSchema } from './study-file-schema.ts';

/**
 * The study as a study file, always the same bytes for the same study: fields in the order of the schema, languages in the order
 * of the study's list, two spaces, a line feed at the end. What a study does not hold (undefined) is left out.
 */
export function writeStudyFile(study: Study): string {
  return `${JSON.stringify(inOrder(studyFileSchema, study, study.languages), null, 2)}\n`;
}

function inOrder(schema: z.core.$ZodType, value: unknown, languages: readonly string[]): unknown {
  if (value === undefined) return undefined;
  const actual = schemaOf(schema, value);
  if (actual instanceof z.ZodObject) {
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries<z.core.$ZodType>(actual.shape)
        .filter(([name]) => fields[name] !== undefined)
        .map(([name, field]) => [name, inOrder(field, fields[name], languages)]),
    );
  }
  if (actual instanceof z.ZodArray) {
    return (value as readonly unknown[]).map((entry) => inOrder(actual.element, entry, languages));
  }
  if (actual instanceof z.ZodRecord) {
    const texts = value as Readonly<Record<string, string>>;
    const tags = Object.keys(texts).sort();
    const known = languages.filter((language) => tags.includes(language));
    const others = tags.filter((tag) => !languages.includes(tag));
    return Object.fromEntries([...known, ...others].map((tag) => [tag, texts[tag]]));
  }
  return value;
}
