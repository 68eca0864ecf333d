// What is wrong with something that a person gave us. The place stands before the sentence: items[3].construct: "CX" is not a
// construct. The first part is what readers of study files and answer files find (formats/, domain/check-study*.ts).
export const fault = {
  // Study file: JSON
  'json-empty': 'The file is empty.',
  'json-syntax': 'This is not valid JSON from line {{line}}, column {{column}} on.',
  'json-text':
    'The text that begins in line {{line}}, column {{column}} is not closed or holds a character that JSON does not allow.',
  'json-too-deep': 'Line {{line}}: objects and lists are nested too deep for a study file.',
  'json-repeated-field': 'Line {{line}}: the field "{{field}}" is given twice.',
  'json-forbidden-field': 'Line {{line}}: a field cannot have this name.',
  'not-utf8': 'The file is not UTF-8 text. Save it again with the encoding UTF-8.',
  'not-a-study-file': 'This is not a study file: a study file begins with "format": "axial-study".',
  'format-version-unknown':
    'This file has format version {{value}}; this program reads version 1. A newer program may read it.',

  // Study file: fields
  'field-missing': 'This field is missing.',
  'field-unknown': 'A study file has no field "{{field}}" here.',
  'field-unknown-near': 'A study file has no field "{{field}}" here. Did you mean "{{near}}"?',
  'field-not-valid': 'This value is not valid here.',
  'expected-text': 'A text is needed here.',
  'expected-text-per-language': 'A text for each language is needed here, such as {"en": "Agree"}.',
  'expected-list': 'A list is needed here.',
  'expected-object': 'An object with fields is needed here.',
  'expected-whole-number': 'A whole number is needed here.',
  'expected-boolean': 'true or false is needed here.',
  'not-one-of': '"{{value}}" is not one of: {{options}}.',
  'number-out-of-range': '{{value}} is not between {{min}} and {{max}}.',
  'text-too-long': 'The text is too long: at most {{limit}} characters.',
  'text-not-readable': 'The text holds a control character or half a character. Please type it again.',
  'too-many': 'There are too many entries: at most {{limit}}.',
  'too-few': 'There are too few entries: at least {{limit}}.',
  'url-malformed': '"{{value}}" is not an address that begins with http:// or https://.',
  'language-malformed': '"{{value}}" is not a language tag such as en, fa or ckb.',
  'language-repeated': 'The language "{{value}}" is listed twice.',

  // Study file: keys and references
  'key-malformed':
    '"{{value}}" is not a key: a key begins with a letter and has at most 64 letters (a–z), digits, "-", "_" and ".".',
  'key-repeated': 'The key "{{value}}" is used twice; the first is {{first}}.',
  'key-reserved': 'The key "{{value}}" is reserved. Please choose another.',
  'unknown-role': '"{{value}}" is not a role.',
  'unknown-category': '"{{value}}" is not a category.',
  'unknown-construct': '"{{value}}" is not a construct.',
  'unknown-scale': '"{{value}}" is not an answer scale.',
  'unknown-code': '"{{value}}" is not a code.',
  'code-repeated': 'The code "{{value}}" is named twice.',
  'unknown-item': '"{{value}}" is neither an item nor a question.',
  'item-on-two-pages': '"{{value}}" is asked twice; the first time at {{first}}.',
  'unknown-path': '"{{value}}" is not a path.',
  'unknown-path-end': '"{{value}}" is neither a construct nor a role.',
  'path-to-itself': 'An arrow cannot lead from "{{value}}" to itself.',
  'path-repeated': 'This path is there already: {{first}}.',
  'moderated-path-not-direct':
    'The path "{{value}}" is not a direct path; only a direct path can be moderated.',
  'moderator-is-end': '"{{value}}" is an end of the path "{{path}}" and cannot moderate it.',
  'scale-not-rising': 'The values of a scale rise by one: {{expected}} is expected here, not {{value}}.',
  'option-repeated': 'The value {{value}} is used by two options.',
  'more-faults_one': 'There is one more fault.',
  'more-faults_other': 'There are {{count}} more faults.',

  // Answer file
  'csv-empty': 'The file has no rows.',
  'csv-no-answers': 'The file has a header but no answers.',
  'csv-nul': 'The file holds NUL characters: it is not a text table. Save it as CSV (UTF-8).',
  'csv-not-readable':
    'The table cannot be read from row {{row}} on: a quotation mark is missing or misplaced.',
  'csv-too-many-rows': 'There are too many rows: at most {{limit}}.',
  'csv-too-many-columns': 'There are too many columns: at most {{limit}}.',
  'csv-no-known-column':
    'No column is named after an item. The file has: {{found}}. The study has: {{expected}}.',
  'csv-column-repeated': 'There are two columns of this name.',
  'csv-row-length': 'This row has {{found}} cells; the header has {{expected}}.',
  'csv-not-a-number': '"{{value}}" is not a code of the answer scale.',
  'csv-not-on-scale': '{{value}} is not on the answer scale ({{allowed}}).',

  // Accounts, members, uploads
  'password-short': 'A password needs at least {{needed}} characters.',
  'password-long': 'A password has at most {{limit}} characters.',
  'password-wrong': 'This is not the current password.',
  'name-length': 'A name is needed, of at most {{limit}} characters.',
  'email-implausible': 'This does not look like an e-mail address.',
  'member-unknown': 'This person is no longer a member.',
  'last-owner': 'A study needs at least one owner. Make somebody else owner first.',
  'role-unknown': '"{{role}}" is not a role.',
  'one-file-only': 'Please send one file at a time, in the field meant for it.',
  'malformed-request': 'The request could not be read. Please go back and try again.',
} as const;
