// What the page before publishing says; one message for each code of domain/publish-check*.ts.
export const finding = {
  // Blocking: texts that respondents read
  'title-missing': 'The questionnaire has no title in {{language}}.',
  'consent-missing': 'There is no consent text in {{language}}.',
  'contact-incomplete': 'The contact is missing in {{language}}.',
  'item-text-missing': '{{key}} has no text in {{language}}.',
  'question-text-missing': 'The question {{key}} has no text in {{language}}.',
  'option-label-missing': '{{key}}: the option with value {{value}} has no words in {{language}}.',
  'no-answer-label-missing': '{{key}}: the option outside the scale has no words in {{language}}.',
  'page-title-incomplete': 'The title of page {{key}} is missing in {{language}}.',
  'page-intro-incomplete': 'The introduction of page {{key}} is missing in {{language}}.',
  'thanks-incomplete': 'The words of the last page are missing in {{language}}.',
  'item-text-repeated': '{{key}} says the same as {{first}} ({{language}}).',
  'option-label-repeated': '{{key}}: two options have the same words, “{{label}}” ({{language}}).',
  // Blocking: parts
  'no-items': 'There are no items yet.',
  'construct-no-items': '{{key}} has no items; a construct needs at least two.',
  'construct-one-item': '{{key}} has only one item; a construct needs at least two.',
  'item-on-no-page': '{{key}} is on no page, so nobody would be asked.',
  'question-on-no-page': 'The question {{key}} is on no page, so nobody would be asked.',
  'page-empty': 'Page {{key}} is empty.',

  // Remarks
  'role-label-missing': 'The part {{key}} of the model has no name in {{language}}.',
  'category-label-missing': 'The category {{key}} has no name in {{language}}.',
  'construct-label-missing': 'The construct {{key}} has no name in {{language}}.',
  'construct-few-items_one':
    '{{key}} has {{count}} item. With three or more you can see what alpha would be without one.',
  'construct-few-items_other':
    '{{key}} has {{count}} items. With three or more you can see what alpha would be without one.',
  'scale-many-points':
    '{{key}} is answered on {{points}} points. More than seven do not fit on a phone and do not measure better.',
  'page-many-items_one': 'Page {{key}} has {{count}} item; five to ten are good.',
  'page-many-items_other': 'Page {{key}} has {{count}} items; five to ten are good.',
  'question-before-items':
    'The question {{key}} comes before items. Questions about the person are better asked last.',
  'takes-long': 'Answering takes about {{minutes}} minutes. Beyond twelve, many people stop before the end.',
  'no-reverse-items':
    'No item is worded the opposite way. That is a choice: opposite wording can show careless answering, but it lowers reliability.',
  'items-for-demonstration_one':
    '{{count}} item is marked as made for a demonstration. Do not present it as a result of the study.',
  'items-for-demonstration_other':
    '{{count}} items are marked as made for a demonstration. Do not present them as results of the study.',
  'contact-missing': 'There is no contact: respondents will not know whom to ask.',
  'category-not-measured': 'No construct measures the category {{key}}.',
  'scale-not-used': 'No construct uses the scale {{key}}.',
  'no-paths': 'There are no expected paths: the statistics pages will compare the answers with no model.',
  'path-end-not-measured':
    'Path {{key}}: nothing measures {{end}}, so the path cannot be compared with answers.',
  'item-long': '{{key}} has {{count}} words in {{language}}. Up to 25 are read well.',
  'item-two-ideas': '{{key}} may ask two things at once: “{{word}}” ({{language}}).',
  'item-negated-reverse':
    '{{key}} is reverse-scored and negated (“{{word}}”, {{language}}). An opposite word is understood better than a negation.',
  'item-arabic-letters':
    '{{key}} has Arabic letters or digits (ي ك ٤) in a Persian text. Type them on a Persian keyboard.',
  'keys-differ-by-case':
    '{{key}} and {{first}} differ only by capital letters; other programs will mix them up.',
} as const;
