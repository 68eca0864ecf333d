import { z } from 'zod';
import { studyFileSchema } from './study-file-schema.ts';

/** The text of static/schema/study-1.schema.json; README.md in this folder says how to write that file again. */
export function studyJsonSchema(): string {
  const schema = z.toJSONSchema(studyFileSchema, { target: 'draft-2020-12', io: 'input' });
  // Short lists stand on one line, as the project's formatter wants them.
  const text = JSON.stringify(schema, null, 2).replace(
    /\[\n\s+([^[\]{}]+?)\n\s+\]/g,
    (list, inside: string) => {
      const line = `[${inside.replace(/,\n\s+/g, ', ')}]`;
      return line.length <= 80 ? line : list;
    },
  );
  return `${text}\n`;
}
