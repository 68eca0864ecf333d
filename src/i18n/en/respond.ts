// What respondents read beside the study's own words. Plain and short: many read on a phone, and not every day.
export const respond = {
  part: 'Part {{page}} of {{pages}}',
  'part-heading': 'Part {{page}}',
  questions_one: '{{count}} question',
  questions_other: '{{count}} questions',
  minutes_one: 'about {{count}} minute',
  minutes_other: 'about {{count}} minutes',
  length: '{{questions}}, {{minutes}}',
  agree: 'I agree, begin',
  decline: 'No, thank you',

  next: 'Save and continue',
  finish: 'Save and finish',
  skip: 'Continue without answering',
  back: 'Previous part',
  'saved-note':
    'Your answers are saved each time you press “{{next}}”. To go on another time, keep the address of this page, and keep it to yourself.',
  'saved-note-last': 'With “{{finish}}” your answers are complete. After that they can no longer be changed.',
  offline: 'No connection. Your answers are kept on this page. Please try again in a moment.',

  'remind-title': 'Not answered yet',
  'remind-heading_one': 'One question has no answer yet',
  'remind-heading_other': '{{count}} questions have no answer yet',
  'remind-text': 'You can answer now if you like. If you would rather not, press “{{skip}}”.',
  'remind-line': 'Choose an answer to question {{number}}, or “{{noAnswer}}”.',
  'remind-line-plain': 'Choose an answer to question {{number}}.',

  'fault-title': 'Not saved',
  'fault-heading': 'This could not be saved',
  'fault-text': 'Nothing on this page was stored. Please look at it and send it again.',
  'fault-not-on-page': 'The field “{{name}}” does not belong to this page.',
  'fault-answered-twice': 'Question {{number}} was answered more than once.',
  'fault-not-an-option': 'The answer to question {{number}} is not one of those offered.',
  'fault-button-unknown': 'The page arrived incomplete, without the button that was pressed.',
  'fault-form-malformed': 'The page arrived in a form that we cannot read.',
  'fault-key-malformed': 'The form has no valid key. Please open the link again.',
  'fault-consent-needed': 'We can only begin if you agree. Please press “{{agree}}”, or close this page.',
  'fault-questionnaire-changed':
    'The questionnaire has been renewed since you opened it. Please read this page once more.',
  busy: 'Your answers could not be saved just now. They are still on this page: please wait a moment and send them again.',
  'busy-begin': 'We could not begin just now. Please wait a moment and press the button again.',
  'many-requests':
    'Many answers are coming from your network at this moment. Yours are still on this page: please wait a minute and send them again.',
  'many-requests-begin':
    'Many answers are coming from your network at this moment. Please wait a minute and press the button again.',

  'thanks-heading': 'Your answers have arrived',
  'thanks-text': 'Thank you for taking part. Your answers are stored. You can close this page.',
  'declined-heading': 'Thank you all the same',
  'declined-text': 'You chose not to take part. Nothing was stored. You can close this page.',
  'declined-return': 'I have changed my mind',
  'finished-heading': 'You have finished already',
  'finished-text':
    'Your answers were sent before and are safely stored. They can no longer be changed. Thank you for taking part.',
  'finished-differently':
    'Your answers were sent before and are safely stored. What you sent just now is different and was not added. Thank you for taking part.',
  'closed-heading': 'This questionnaire is closed',
  'closed-text': 'Answers are no longer collected here. Thank you for your interest.',
  'unknown-heading': 'There is no questionnaire here',
  'unknown-text': 'Please compare the address with the one you were given; a letter may be missing.',
  'lost-heading': 'These answers were not found',
  'lost-text': 'Please begin again with the link that you were given.',
  'page-unknown-heading': 'There is no such page',
  'page-unknown-text': 'Please go on with the link that you were given.',
  'too-large-heading': 'This is too large',
  'too-large-text':
    'What was sent is too large to be a page of this questionnaire. Nothing of it was stored.',
  'malformed-heading': 'This could not be read',
  'internal-heading': 'Something went wrong on our side',
  'internal-text':
    'It is not your fault. Please go back and try again in a moment; the pages that you have sent are stored. Number in our log: {{id}}.',
  'to-questionnaire': 'To the questionnaire',

  'preview-heading': 'This is only a preview',
  'preview-text': 'Nothing was stored.',
  'print-note':
    'Paper form: {{title}}, version {{version}}, part {{page}} of {{pages}}. Please fill one circle for each question with a pen.',
  'print-note-draft':
    'Paper form: {{title}}, draft, part {{page}} of {{pages}}. Please fill one circle for each question with a pen.',
} as const;
