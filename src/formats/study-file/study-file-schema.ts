// The study file, field by field. The order of the fields here is the order in which writeStudyFile writes them, and the
// descriptions are the ones of the published JSON Schema. Rules between fields stand in domain/check-study.ts.

import { z } from 'zod';
import {
  KEY_PATTERN,
  LANGUAGE_PATTERN,
  LIST_LIMITS,
  MAX_QUESTION_OPTIONS,
  MAX_SCALE_OPTIONS,
  MAX_SCALE_VALUE,
  MAX_TEXT,
  MIN_SCALE_OPTIONS,
  MIN_SCALE_VALUE,
  URL_PATTERN,
} from '../../domain/study-limits.ts';

// The second argument of .regex() is the fault's code: schema-faults.ts passes it on.
const key = (description: string) => z.string().regex(KEY_PATTERN, 'key-malformed').describe(description);
const plainText = (description: string) => z.string().max(MAX_TEXT).describe(description);

const languageTag = z
  .string()
  .regex(LANGUAGE_PATTERN, 'language-malformed')
  .describe('A BCP 47 language tag such as fa, en or ckb.');

const localizedText = z.record(languageTag, z.string().max(MAX_TEXT)).meta({
  id: 'LocalizedText',
  description: 'A text in one or more languages: {"fa": "موافقم", "en": "Agree"}.',
});
const localized = (description: string) => localizedText.describe(description);

const sign = z
  .enum(['+', '-', '?'])
  .describe('The sign that the theory expects; "?" when it names a relation but no sign.');
const origin = z
  .enum(['study', 'literature', 'made-for-demonstration'])
  .describe(
    'Where it comes from. "made-for-demonstration" is never shown as a finding of the study. Left out: not said.',
  );
const codeKeys = (description: string) => z.array(key('The key of a code.')).describe(description);

const source = z
  .strictObject({
    citation: plainText('The full reference, as it is to be printed.'),
    url: z
      .string()
      .max(2000)
      .regex(URL_PATTERN, 'url-malformed')
      .optional()
      .describe('http or https address.'),
    note: localized(
      'What a reader should know about the source, for instance what it does not publish.',
    ).optional(),
  })
  .describe('Where the qualitative model was published.');

const role = z
  .strictObject({
    key: key('Unique among roles, constructs and paths.'),
    kind: z
      .enum(['condition', 'core', 'action', 'outcome', 'other'])
      .describe('What kind of part it is, whatever its name: decides colour and place in figures.'),
    label: localized('The name of the part, for researchers.'),
  })
  .meta({ id: 'Role', description: 'A part of the paradigm model, such as "causal conditions".' });

const relation = z
  .strictObject({
    from: key('The key of a role.'),
    to: key('The key of another role.'),
    kind: z
      .enum(['direct', 'moderates'])
      .describe('"direct": an arrow to the part. "moderates": it bears on the arrows that lead to the part.'),
    sign,
  })
  .meta({ id: 'RoleRelation', description: 'An arrow of the template, from which paths are proposed.' });

const paradigm = z
  .strictObject({
    template: key(
      'The template that the roles were copied from: strauss-corbin-1990, corbin-strauss-2015 or free.',
    ),
    editionCited: plainText(
      'The edition that the publication cites; it need not be the template’s.',
    ).optional(),
    roles: z.array(role).max(LIST_LIMITS.roles).describe('The parts, in the order of the model.'),
    relations: z.array(relation).max(LIST_LIMITS.relations).describe('The arrows between the parts.'),
  })
  .describe('The paradigm model: its parts and how they are related.');

const category = z
  .strictObject({
    key: key('Unique among categories.'),
    role: key('The key of the role that the category fills.'),
    label: localized('The name of the category as published.'),
    definition: localized('What the category means.').optional(),
    codes: codeKeys('The open codes that make up the category.').optional(),
  })
  .meta({ id: 'Category', description: 'A category of the grounded theory. Not the same as a role.' });

const code = z
  .strictObject({
    key: key('Unique among codes.'),
    label: localized('The code.'),
    definition: localized('When the code was given.').optional(),
    origin: origin.optional(),
  })
  .meta({ id: 'Code', description: 'An open code.' });

const quotation = z
  .strictObject({
    key: key('Unique among quotations.'),
    text: localized('The words of the participant; the original and, where there is one, a translation.'),
    codes: codeKeys('The codes given to these words.'),
    participant: plainText('A pseudonym or number, never a name.').optional(),
    origin: origin.optional(),
  })
  .meta({ id: 'Quotation', description: 'Words of a participant that codes were given to.' });

const option = z
  .strictObject({
    value: z
      .int()
      .min(MIN_SCALE_VALUE)
      .max(MAX_SCALE_VALUE)
      .describe('The code that is stored and analysed. Never shown to respondents.'),
    label: localized('The words that the respondent chooses.'),
  })
  .meta({ id: 'ScaleOption', description: 'One answer that can be chosen.' });

const scale = z
  .strictObject({
    key: key('Unique among scales.'),
    label: localized('The name of the scale, for researchers.').optional(),
    options: z
      .array(option)
      .min(MIN_SCALE_OPTIONS)
      .max(MAX_SCALE_OPTIONS)
      .describe('2 to 11 options in reading order, values rising by one.'),
    noAnswer: localized(
      'The words of the option outside the scale, such as "No answer"; left out, it is not offered.',
    ).optional(),
  })
  .meta({ id: 'AnswerScale', description: 'The answers that the items of a construct are given on.' });

const construct = z
  .strictObject({
    key: key('Unique among roles, constructs and paths.'),
    category: key('The key of the category that it measures.'),
    label: localized('The name of the construct, for researchers; respondents never see it.'),
    definition: localized('What is measured.').optional(),
    measurement: z
      .enum(['reflective', 'formative'])
      .describe(
        '"reflective": the items mirror the construct. "formative": they make it up; alpha does not apply.',
      ),
    scale: key('The key of the answer scale of its items.'),
  })
  .meta({ id: 'Construct', description: 'What several items measure together.' });

const item = z
  .strictObject({
    key: key(
      'The name of the item’s column in every data file; unique among items and questions. Never changed.',
    ),
    construct: key('The key of the construct that it measures.'),
    text: localized('The statement as respondents read it.'),
    reverse: z
      .boolean()
      .describe(
        'True when agreeing means less of the construct. Recoded in the analysis, never in the stored answers.',
      ),
    codes: codeKeys('The codes that the item comes from.').optional(),
    origin: origin.optional(),
    note: plainText('A remark for researchers.').optional(),
  })
  .meta({ id: 'Item', description: 'One statement that is answered on the scale of its construct.' });

const question = z
  .strictObject({
    key: key('The name of the question’s column; unique among items and questions.'),
    text: localized('The question as respondents read it.'),
    options: z
      .array(option)
      .min(MIN_SCALE_OPTIONS)
      .max(MAX_QUESTION_OPTIONS)
      .describe('The groups, each with a value of its own.'),
    noAnswer: localized(
      'The words of the option "I would rather not say"; left out, it is not offered.',
    ).optional(),
  })
  .meta({ id: 'GroupingQuestion', description: 'A question about the respondent, to compare groups by.' });

const page = z
  .strictObject({
    key: key('Unique among pages.'),
    title: localized('Neutral words: a title must not give the construct away.').optional(),
    intro: localized('Words above the first item.').optional(),
    items: z
      .array(key('The key of an item or of a question.'))
      .describe('What the page shows, in this order; nothing may stand on two pages.'),
  })
  .meta({ id: 'Page', description: 'One page of the questionnaire; 5 to 10 items are good.' });

const consent = z
  .strictObject({
    text: localized('What a respondent agrees to before the first question.'),
    contact: localized('Who answers questions about the study; shown on every page.').optional(),
  })
  .describe('What respondents are told and agree to.');

const pathKey = key('Unique among roles, constructs and paths, such as H1.');
const pathEnd = (description: string) =>
  key(`${description} The key of a construct or of a role; a role stands for all its constructs.`);
const rationale = localized('Why the theory expects it, and where it says so.').optional();

const directPath = z
  .strictObject({
    key: pathKey,
    kind: z.literal('direct').describe('One thing goes with another.'),
    from: pathEnd('Where the arrow starts.'),
    to: pathEnd('Where the arrow ends.'),
    sign,
    rationale,
  })
  .meta({ id: 'DirectPath', description: 'An expected relation between two things.' });

const moderatingPath = z
  .strictObject({
    key: pathKey,
    kind: z.literal('moderates').describe('One thing changes the strength of a direct path.'),
    from: pathEnd('The moderator.'),
    path: key('The key of the direct path whose strength is expected to depend on it.'),
    sign,
    rationale,
  })
  .meta({ id: 'ModeratingPath', description: 'An expected influence on the strength of a direct path.' });

export const studyFileSchema = z
  .strictObject({
    $schema: z
      .string()
      .max(2000)
      .optional()
      .describe('The address of this schema, for editors. It is kept and means nothing else.'),
    format: z.literal('axial-study').describe('Says that this is a study file.'),
    formatVersion: z.literal(1).describe('The version of the format.'),
    key: key('The short name of the study, unique on a server and part of its addresses.'),
    languages: z
      .array(languageTag)
      .min(1)
      .max(LIST_LIMITS.languages)
      .describe('The languages of the questionnaire; the first is shown to a respondent who did not choose.'),
    title: localized('The title of the questionnaire.'),
    description: localized('What the study is about, for researchers.').optional(),
    source: source.optional(),
    paradigm,
    categories: z.array(category).max(LIST_LIMITS.categories).describe('The categories of the theory.'),
    codes: z.array(code).max(LIST_LIMITS.codes).optional().describe('The open codes.'),
    quotations: z.array(quotation).max(LIST_LIMITS.quotations).optional().describe('What participants said.'),
    scales: z.array(scale).max(LIST_LIMITS.scales).describe('The answer scales.'),
    constructs: z.array(construct).max(LIST_LIMITS.constructs).describe('What is measured.'),
    items: z.array(item).max(LIST_LIMITS.items).describe('The items, in the order of the codebook.'),
    questions: z
      .array(question)
      .max(LIST_LIMITS.questions)
      .optional()
      .describe('Questions about the respondent; asked after the items.'),
    pages: z.array(page).max(LIST_LIMITS.pages).describe('The questionnaire, page by page.'),
    consent,
    thanks: localized('The words of the last page.').optional(),
    paths: z
      .array(z.discriminatedUnion('kind', [directPath, moderatingPath]))
      .max(LIST_LIMITS.paths)
      .describe('The relations that the theory expects, set against the answers on the statistics pages.'),
    layout: z
      .enum(['adaptive', 'stacked'])
      .optional()
      .describe(
        '"adaptive" (also when left out): one row of options where there is room, else stacked. "stacked": stacked on every device.',
      ),
  })
  .meta({
    title: 'Axial study file',
    description:
      'A study whole: paradigm model, categories, constructs, items, answer scales, pages, consent and expected paths. Keys and references between the parts are checked beyond this schema when the file is imported.',
  });
