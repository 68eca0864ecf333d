// The analyst's pages. Names of tests and symbols follow APA style; a threshold is never a verdict.
export const statistics = {
  title: 'Statistics',
  version: 'version {{number}}',
  'frozen-on': 'published {{day}}',
  'content-hash': 'Content hash of this version (SHA-256)',
  analysis: 'Analysis',
  'tab-overview': 'Overview',
  'tab-items': 'Items',
  'tab-correlations': 'Correlations',
  'tab-model': 'Model',
  'tab-explore': 'Explore',
  'tab-downloads': 'Downloads',
  'tab-import': 'Import answers',

  // Options
  options: 'Options',
  'options-missing': 'Missing answers',
  'missing-listwise': 'Complete cases only',
  'missing-pairwise': 'All pairs of answers',
  'missing-person-mean': 'Mean of the answered items',
  'options-share': 'answered at least',
  'options-answers': 'Answers',
  'answers-all': 'All',
  'answers-without-simulated': 'Without simulated ones',
  'answers-web': 'Only from the questionnaire',
  'options-unfinished': 'Also unfinished ones',
  'options-likert': 'Figure',
  'likert-centred': 'Centred on the middle',
  'likert-aside': 'Middle set apart',
  'likert-full': 'From 0 to 100%',
  apply: 'Apply',
  'option-unknown': '“\u2068{{option}}\u2069” is not an option of this page and was left out.',

  // What every result says of itself
  conditions: 'Version {{number}}, {{n}} submissions; missing answers: {{rule}}.',
  'relations-n': 'n = {{n}} for the relations.',
  'relations-n-range': 'n = {{least}} to {{most}} for the relations.',
  'rule-listwise': 'complete cases (listwise)',
  'rule-pairwise': 'pairwise',
  'rule-person-mean': 'mean of the answered items, at least {{share}} of them',
  note: 'Note.',
  table: 'Table {{number}}',
  figure: 'Figure {{number}}',
  'figure-as-table': 'Figure {{number}} as a table',
  'figure-scrollable': 'Figure {{number}}, scrollable',
  'download-csv': 'CSV',
  'download-svg': 'SVG',

  // Facts
  'fact-started': 'Started',
  'fact-finished': 'Finished',
  'fact-in-analysis': 'In the analysis',
  'fact-left-out': 'Left out',
  'fact-web': 'From the questionnaire',
  'fact-imported': 'Imported',
  'fact-simulated': 'Simulated',
  'some-simulated_one': 'One of these submissions is simulated: nobody gave these answers.',
  'some-simulated_other': '{{count}} of these submissions are simulated: nobody gave these answers.',
  'all-simulated':
    'All of these submissions are simulated. They show what the pages look like and say nothing about any people.',
  'leave-simulated-out': 'Leave simulated answers out',
  'some-imported_one': 'One submission was imported from elsewhere.',
  'some-imported_other': '{{count}} submissions were imported from elsewhere.',
  'leave-imported-out': 'Show only answers from the questionnaire',
  'none-yet': 'There are no answers yet. The tables fill as soon as somebody finishes the questionnaire.',
  'none-left': 'With these options no answers are left.',

  // Remarks
  'look-first': 'Look at these first',
  'remark-no-answers': 'There are no answers to analyse with these options.',
  'remark-few-cases':
    'Only {{n}} in the analysis. Below {{needed}} every number here is uncertain: read the intervals rather than the values.',
  'remark-suspected-reverse':
    '\u2068{{item}}\u2069 runs against the other items of \u2068{{construct}}\u2069 (item–rest r = {{itemRest}}). A reverse key was probably forgotten, or given where none belongs. Check its wording.',
  'remark-negative-alpha':
    '\u2068{{construct}}\u2069: alpha is negative ({{alpha}}). The items run against each other, so their mean measures nothing; check the reverse keys.',
  'remark-constant-item':
    'Everybody gave the same answer to \u2068{{item}}\u2069. It tells nobody apart and cannot correlate with anything.',
  'remark-low-alpha':
    '\u2068{{construct}}\u2069: alpha is {{alpha}}, below the customary .70. Its correlations with other constructs come out too small.',
  'remark-high-alpha':
    '\u2068{{construct}}\u2069: alpha is {{alpha}}. So high a value can mean that the items ask the same thing in other words.',
  'remark-item-lowers-alpha':
    '\u2068{{item}}\u2069 fits \u2068{{construct}}\u2069 least (item–rest r = {{itemRest}}); without it alpha would be {{alphaIfDropped}} instead of {{alpha}}. Read its wording before you drop it.',
  'remark-low-item-rest':
    '\u2068{{item}}\u2069 has little in common with the other items of \u2068{{construct}}\u2069 (item–rest r = {{itemRest}}).',
  'remark-cases-lost':
    '{{lost}} submissions ({{share}}) have a gap somewhere and do not enter the correlations. “Mean of the answered items” keeps most of them.',
  'remark-cases-lost-construct':
    '\u2068{{construct}}\u2069: {{lost}} submissions ({{share}}) left out an item of it and do not enter its alpha.',
  'remark-cases-lost-constructs':
    'In {{number}} constructs more than 5% of the submissions left out an item and do not enter alpha; at most {{share}}. The n of each stands in Table 1.',
  'remark-straightliners_one':
    'One submission has the same answer to every item. That may be honest; look at it before you decide.',
  'remark-straightliners_other':
    '{{count}} submissions have the same answer to every item. That may be honest; look at them before you decide.',
  'remark-single-item':
    '\u2068{{construct}}\u2069 has one item, so nothing can be said about its reliability.',
  'remark-formative':
    '\u2068{{construct}}\u2069 is formative: its items make it up and need not correlate, so alpha is not the right statistic for it.',
  'remark-role-scales-differ':
    'The constructs of \u2068{{role}}\u2069 are answered on scales of different length, so the mean of their scores means little.',
  'remark-items-recoded_one':
    '\u2068{{items}}\u2069 is reverse-worded and was recoded (minimum + maximum − answer) everywhere but in the counts of answers.',
  'remark-items-recoded_other':
    '{{count}} items are reverse-worded (\u2068{{items}}\u2069) and were recoded (minimum + maximum − answer) everywhere but in the counts of answers.',

  // Reasons
  'reason-no-answers': 'Not computed: there are no answers.',
  'reason-too-few-cases': 'Not computed: there are too few answers.',
  'reason-too-few-cases-needed': 'Not computed: {{n}} complete answers, {{needed}} are needed.',
  'reason-too-few-items': 'Not computed: the construct has too few items.',
  'reason-too-few-items-needed': 'Not computed: items in the construct: {{items}}, needed: {{needed}}.',
  'reason-no-variance': 'Not computed: everybody has the same value, so there is no variance.',
  'reason-no-overlap': 'Not computed: nobody, or only one person, answered both.',
  'reason-too-few-groups': 'Not computed: fewer than two groups have enough answers.',
  'reason-not-positive-definite':
    'Not computed: the correlations contradict each other, or one variable follows from the others.',
  'reason-negative-variance': 'Not computed: an estimated variance is negative.',
  'reason-not-identified': 'Not computed: the model has more unknowns than the data can tell apart.',
  'reason-not-converged': 'Not computed: the estimation did not come to an end.',
  'reason-outside-range':
    'Not computed: the relation is perfect or leaves its range, so it has no interval and no test.',

  // Reliability
  'reliability-title': 'Reliability of the constructs',
  'head-construct': 'Construct',
  'head-items': 'Items',
  'head-n': 'n',
  'head-mean': 'M',
  'head-sd': 'SD',
  'head-alpha': 'α',
  'head-ci': '95% CI',
  'head-ci-feldt': '95% CI (Feldt)',
  'head-standardized-alpha': 'α, standardised',
  'head-mean-inter-item': 'Mean inter-item r',
  'reliability-note':
    '{{conditions}} n = cases behind α. α = Cronbach’s alpha, raw; its 95% CI is distribution-free (ADF), as Likert answers need; Feldt’s assumes normal items and is given for comparison. M and SD are of the construct score, the mean of its items, reverse items recoded.',
  'reliability-note-pairwise':
    '{{conditions}} n = the smallest number of cases that two items share. α = Cronbach’s alpha, raw; the distribution-free interval is not defined for pairwise covariances, so only Feldt’s is given. M and SD are of the construct score, the mean of its answered items, reverse items recoded.',
  formative: 'formative',

  // Items
  'likert-title': 'Answers to the items',
  'likert-title-scale': 'Answers to the items: \u2068{{scale}}\u2069',
  'likert-description':
    'Stacked bars, one for each item. The same numbers are in the table under the figure.',
  'likert-note':
    '{{conditions}} Percentages of those who gave an answer on the scale, as asked, before recoding; n and M too. Segments under 6% carry no number.',
  'likert-note-centred': 'Half of the middle option stands on each side of the line.',
  'likert-note-aside': 'The middle option stands in a column of its own.',
  'likert-no-answers': 'no answers',
  'likert-neutral': 'Middle',
  'head-item': 'Item',
  'head-text': 'Text',
  'items-title': 'Item statistics',
  'head-skipped': 'Skipped',
  'head-no-answer': 'No answer',
  'head-not-reached': 'Not reached',
  'head-skewness': 'Skew',
  'head-kurtosis': 'Kurt.',
  'head-item-rest': 'Item–rest r',
  'head-alpha-if-dropped': 'α if dropped',
  'items-note':
    '{{conditions}} n, M, SD, skewness and kurtosis (type 2, excess) are of everybody who answered the item; item–rest r and α if dropped are from the cases behind the α of the construct. “↺”: reverse-worded; M and what follows are of the recoded answers. A negative item–rest r is bold: a reverse key was probably forgotten.',
  'items-two': 'With two items in a construct there is no α if dropped.',
  'reverse-mark': 'reverse-worded',

  // Correlations
  'matrix-title': 'Correlations between the construct scores',
  'matrix-note':
    '{{conditions}} {{cases}} Pearson’s r; Cronbach’s alpha in brackets on the diagonal. Blue: positive, brown: negative. * p < .05, ** p < .01, *** p < .001.',
  'matrix-number': '{{number}}. \u2068{{label}}\u2069',
  'pairs-title': 'Correlations with intervals and tests',
  'pairs-title-roles': 'Correlations between the parts of the model',
  'head-with': 'With',
  'pairs-of': '\u2068{{construct}}\u2069',
  'head-r': 'r',
  'head-p': 'p',
  'head-rho': 'ρ',
  'head-pearson': 'Pearson',
  'head-spearman': 'Spearman',
  'pairs-note':
    '{{conditions}} r = Pearson’s correlation with Fisher’s interval; ρ = Spearman’s rank correlation with Bonett and Wright’s. p is two-sided, from t with n − 2 degrees of freedom, and not corrected for the number of tests.',
  'roles-note': 'The score of a part is the mean of the scores of its constructs.',
  'too-few-constructs': 'Correlations need two constructs or more.',

  // Model
  'hypotheses-title': 'What the answers say of the expected relations',
  'head-path': 'Path',
  'head-relation': 'Expected relation',
  'head-sign': 'Sign',
  'head-estimate': 'r or b',
  'head-verdict': 'The answers are',
  'relation-direct': '\u2068{{from}}\u2069 → \u2068{{to}}\u2069',
  'relation-moderates': '\u2068{{from}}\u2069 → \u2068{{to}}\u2069 depends on \u2068{{moderator}}\u2069',
  'verdict-consistent': 'consistent',
  'verdict-not-consistent': 'not consistent',
  'verdict-undecided': 'undecided',
  'verdict-untested': 'not computed',
  'hypotheses-note':
    '{{conditions}} r = Pearson’s correlation of the scores; b = standardised coefficient of the product term, for a path that depends on a third part. Consistent: the 95% CI lies wholly on the expected side of 0. Not consistent: wholly on the other side. Undecided: it includes 0. Where no sign is expected (?), either side is consistent.',
  'no-direction':
    'A correlation shows no direction: it would be the same if the arrow ran the other way, or if something else moved both. “Consistent” does not mean proved.',
  overlap: 'One end of the path is part of the other, so some of the correlation is with itself.',
  'no-paths': 'This version has no paths, so there is nothing to compare with the answers.',
  'paths-title': 'The expected relations on the paradigm, with what the answers show',
  'paths-title-free': 'The expected relations, with what the answers show',
  'paths-description':
    'Boxes for the parts of the model, arrows for the expected relations. The same numbers are in the table under the figure.',
  'paths-note':
    '{{conditions}} {{cases}} On the arrows: Pearson’s r of the scores; on an arrow that ends on another: the standardised coefficient of the product term. Wider: stronger. Dashed: the 95% CI includes 0. Brown: negative. The arrows are those of the model; a correlation shows no direction.',
  'box-alpha': 'α = {{alpha}}',
  'box-items_one': '{{count}} item',
  'box-items_other': '{{count}} items',
  'box-construct': '{{construct}}, {{alpha}}',
  'no-value': '–',
  'verdicts-heading': 'The model in one line',
  'verdicts-line': 'What the answers say of the expected relations – {{parts}}.',
  'see-model': 'See the relations one by one',

  // Explore
  'explore-lead':
    'Compare a construct or an item between groups. The table beneath holds the same numbers as the chart.',
  'explore-of': 'Show',
  'explore-by': 'By',
  'explore-constructs': 'Constructs (score)',
  'explore-items': 'Items (as asked)',
  'by-language': 'Language',
  'by-mode': 'How the answers came in',
  'by-nothing': 'Everybody together',
  'by-questions': 'Questions about the respondent',
  show: 'Show',
  'group-all': 'Everybody',
  'group-none': 'Did not say',
  'explore-title': '\u2068{{of}}\u2069 – by \u2068{{by}}\u2069',
  'explore-title-all': '\u2068{{of}}\u2069',
  'head-group': 'Group',
  'head-missing': 'No value',
  'head-ci-mean': '95% CI of M',
  'explore-note-construct':
    '{{conditions}} M is the mean of the construct score; its interval is from t within each group, and groups are not tested against each other here.',
  'explore-note-item':
    '{{conditions}} Answers as asked, before recoding; percentages of those who gave an answer on the scale.',
  'chart-label': 'Chart: {{title}}. The table beneath holds the same numbers.',
  'chart-keys': 'With the chart in focus, the arrow keys walk through its values.',
  'chart-value': '{{group}}: {{value}}',

  // Downloads
  'downloads-lead':
    'Everything with the options at the side, so that a file and a page with the same options agree.',
  'downloads-answers': 'Answers, one line a submission',
  'downloads-answers-hint':
    'Every file has a column “mode” (web, imported, simulated). Scored: items recoded in the direction of their construct, and a column for each construct score. The variant for Excel cannot be mistaken for formulas and opens in the right script.',
  'downloads-raw': 'Raw answers (CSV)',
  'downloads-raw-empty': 'Raw answers, gaps empty (CSV)',
  'downloads-raw-excel': 'Raw answers for Excel',
  'downloads-scored': 'Scored answers (CSV)',
  'downloads-scored-excel': 'Scored answers for Excel',
  'downloads-not-allowed': 'Your role in this study does not include taking answers away.',
  'downloads-tables': 'Tables and figures',
  'downloads-report': 'All numbers in full precision (JSON)',
  'downloads-study-file': 'Study file of this version',
  'downloads-provenance': 'Where these numbers come from',
  'provenance-software': 'Axial {{version}}; state of the answers {{stamp}}.',
  'provenance-statistic': 'Statistic',
  'provenance-definition': 'Definition',
  'provenance-source': 'Source',
  'thresholds-heading': 'Thresholds of the remarks',
  'thresholds-value': 'Value',

  // Import
  'import-title': 'Import answers collected elsewhere',
  'import-lead':
    'A CSV table (UTF-8), one line a person; the header names items by their keys. Either the whole file is imported, or nothing.',
  'import-columns': 'Keys of this version',
  'import-missing': 'Empty, NA and “.” are missing. Other columns are left out and named afterwards.',
  'import-file': 'CSV file',
  'import-language': 'Language in which the questions were asked',
  'import-button': 'Import',
  'import-faults_one': 'The file has one fault. Nothing was imported.',
  'import-faults_other': 'The file has {{count}} faults. Nothing was imported.',
  'import-done_one': 'One submission imported.',
  'import-done_other': '{{count}} submissions imported.',
  'import-ignored': 'Columns left out: \u2068{{columns}}\u2069.',
  'import-absent': 'Not in the file, so not reached: \u2068{{columns}}\u2069.',
  'fault-file-needed': 'Please choose a file.',
  'fault-language-unknown': '“{{value}}” is not a language of this version.',
} as const;
