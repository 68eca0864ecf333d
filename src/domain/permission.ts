/** What an account may do in one study. An account without a role in a study does not learn that the study exists. */
export type StudyRole = 'owner' | 'designer' | 'analyst';

export type Permission =
  | 'view-study' // read the design
  | 'edit-study' // change the draft
  | 'publish-version' // freeze the draft, open and close the questionnaire
  | 'view-statistics' // read pages of results
  | 'import-answers' // add answers collected elsewhere
  | 'download-answers' // take the answers away, row by row
  | 'manage-members'; // invite others, change roles, delete the study

const granted: Readonly<Record<StudyRole, readonly Permission[]>> = {
  owner: [
    'view-study',
    'edit-study',
    'publish-version',
    'view-statistics',
    'import-answers',
    'download-answers',
    'manage-members',
  ],
  designer: ['view-study', 'edit-study', 'publish-version', 'view-statistics'],
  analyst: ['view-study', 'view-statistics', 'import-answers', 'download-answers'],
};

export function mayDo(role: StudyRole | undefined, permission: Permission): boolean {
  return role !== undefined && granted[role].includes(permission);
}
