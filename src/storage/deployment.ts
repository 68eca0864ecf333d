import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Deployment, StudyStore } from '../domain/study-record.ts';
import type { Connection } from './connection.ts';
import type { DeploymentTable, Schema } from './schema.ts';

type DeploymentMethods = Pick<
  StudyStore,
  'findOptionalDeployment' | 'findOptionalDeploymentByCode' | 'setDeploymentState'
>;

export function deploymentMethods(db: Kysely<Schema>, reader: Connection): DeploymentMethods {
  // Raw, because every request of a respondent asks for it.
  const findByCode = reader.prepare<[string], Selectable<DeploymentTable>>(
    'SELECT * FROM deployment WHERE code = ?',
  );
  return {
    async findOptionalDeployment(studyId) {
      const row = await db
        .selectFrom('deployment')
        .selectAll()
        .where('study_id', '=', studyId)
        .where('mode', '=', 'open-link')
        .executeTakeFirst();
      return row ? deployment(row) : null;
    },

    async findOptionalDeploymentByCode(code) {
      const row = findByCode.get(code);
      return row ? deployment(row) : null;
    },

    async setDeploymentState(deploymentId, state) {
      await db.updateTable('deployment').set({ state }).where('id', '=', deploymentId).execute();
    },
  };
}

/** The code and the state of a link that is there already stay: a closed questionnaire is not opened by publishing. */
export async function pointOpenLinkAt(
  trx: Transaction<Schema>,
  version: { readonly id: number; readonly study_id: number },
  newCode: string,
): Promise<void> {
  await trx
    .insertInto('deployment')
    .values({
      study_id: version.study_id,
      version_id: version.id,
      code: newCode,
      mode: 'open-link',
      state: 'open',
    })
    .onConflict((conflict) => conflict.columns(['study_id', 'mode']).doUpdateSet({ version_id: version.id }))
    .execute();
}

function deployment(row: Selectable<DeploymentTable>): Deployment {
  return {
    id: row.id,
    studyId: row.study_id,
    versionId: row.version_id,
    code: row.code,
    mode: row.mode,
    state: row.state,
  };
}
