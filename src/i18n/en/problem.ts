// One message for each code in domain/problem.ts: what happened, and what to do.
export const problem = {
  title: 'This did not work',
  invalid_one: 'One thing needs your attention.',
  invalid_other: '{{count}} things need your attention.',
  'sign-in-needed': 'Please sign in to see this page.',
  'session-ended':
    'Your session has ended, so nothing was saved. What you typed is still on the page before: sign in in another tab, then go back here and send it again.',
  'sign-in-failed': 'E-mail or password is not right.',
  'not-allowed': 'Your role in this study does not allow this. Ask the owner of the study.',
  'form-expired':
    'This form is no longer valid, because you signed in or out since it was opened. Go back, reload the page and send it again.',
  'page-unknown': 'There is no such page.',
  'study-unknown': 'There is no such study, or you are not a member of it.',
  'version-unknown': 'There is no version {{number}} of this study.',
  'study-key-taken':
    'A study with the short name (key) “{{key}}” is already on this server. Choose another one; in a study file it is the field "key".',
  'draft-changed':
    'Somebody else changed this draft since you opened the page. Nothing of theirs was overwritten; what you typed is below.',
  'nothing-to-publish': 'The draft equals the last version: there is nothing to publish.',
  'link-unknown': 'This link is not valid or has expired.',
  'link-used': 'This link was used before. It works only once.',
  'email-taken': 'There is already an account with this e-mail address.',
  'questionnaire-unknown': 'There is no questionnaire at this address. Please check the link.',
  'questionnaire-closed': 'This questionnaire is closed. Thank you for your interest.',
  'submission-unknown': 'These answers were not found. Please begin again with the link you were given.',
  'submission-finished':
    'These answers were sent before and are safely stored. They can no longer be changed.',
  'already-imported':
    'This file was imported into this version before, so nothing was added. If these really are other people who gave the same answers, add a column that tells the rows apart, for example a number, and import it again.',
  'not-saved':
    'Your answers could not be saved just now. They are still on this page: please wait a moment and try again.',
  'too-large': 'This is too large: the limit is {{limit}}.',
  'too-many-requests': 'Too many tries. Please wait a minute and try again.',
  internal: 'Something went wrong on our side. It was written to the log under the number {{id}}.',
} as const;
