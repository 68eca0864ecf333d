import { z } from 'zod';
import { studyFileSchema } from './study-file-schema.ts';

/** The schema under `optional`, and of a union the member that the value's `kind` names. */
export function schemaOf(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return schemaOf(schema.unwrap(), value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const kind = (value as { kind?: unknown } | null)?.kind;
    const options = schema.options as readonly z.ZodObject[];
    return options.find((option) => option.shape.kind?.safeParse(kind).success) ?? schema;
  }
  return schema;
}

/** The names of the fields that the schema knows at a place of the document; none where it knows no object. */
export function fieldsAt(document: unknown, path: readonly PropertyKey[]): readonly string[] {
  let schema: z.core.$ZodType = studyFileSchema;
  let value = document;
  for (const step of path) {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
    if (schema instanceof z.ZodArray) schema = schemaOf(schema.element, value);
    else if (schema instanceof z.ZodObject) schema = schemaOf(schema.shape[String(step)], value);
    else return [];
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
