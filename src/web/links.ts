// Every address of the product is built here, so that a page's address can change in one place.

const part = encodeURIComponent;

export const links = {
  home: () => '/',
  signIn: () => '/sign-in',
  /** Leads back to the page that was wanted. */
  signInFor: (wanted: string) => `/sign-in?wanted=${part(wanted)}`,
  signOut: () => '/sign-out',
  language: () => '/language',
  setUp: (secret: string) => `/set-up/${part(secret)}`,
  join: (secret: string) => `/join/${part(secret)}`,
  resetPassword: (secret: string) => `/reset-password/${part(secret)}`,
  account: () => '/account',
  studies: () => '/studies',
  newStudy: () => '/studies/new',
  study: (study: string) => `/studies/${part(study)}`,
  members: (study: string) => `/studies/${part(study)}/members`,
  /** One of the tabs of the design pages. */
  design: (study: string, tab: string) => `/studies/${part(study)}/${part(tab)}`,
  studyFile: (study: string) => `/studies/${part(study)}/study-file`,
  version: (study: string, number: number) => `/studies/${part(study)}/versions/${number}`,
  versionFile: (study: string, number: number) => `/studies/${part(study)}/versions/${number}/study-file`,
  statistics: (study: string, number: number) => `/studies/${part(study)}/versions/${number}/statistics`,
  statisticsTab: (study: string, number: number, tab: string) =>
    `/studies/${part(study)}/versions/${number}/statistics/${part(tab)}`,
  questionnaire: (code: string) => `/s/${part(code)}`,
  questionnaireIn: (code: string, language: string) => `/s/${part(code)}?lang=${part(language)}`,
} as const;
