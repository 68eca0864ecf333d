import { afterAll, expect, it } from 'vitest';
import { schemaText } from '../../src/storage/schema-text.ts';
import { temporaryDatabase } from './temporary-database.ts';

const database = temporaryDatabase();
afterAll(() => database.remove());

it('keeps migrations/SCHEMA.sql equal to the migrated database', async () => {
  await expect(schemaText(database.connection)).toMatchFileSnapshot('../../migrations/SCHEMA.sql');
});
