/** The respondent's page of a draft as it stands: 0 is the consent page, the last but one the last questions, then thanks. */
export function previewPath(studyKey: string, language: string, page: number): string {
  return `/studies/${encodeURIComponent(studyKey)}/preview/${encodeURIComponent(language)}/${page}`;
}
