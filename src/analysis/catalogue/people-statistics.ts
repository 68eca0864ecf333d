import type { StatisticEntry } from './statistic-entry.ts';

export const RESPONSE_STATISTICS: readonly StatisticEntry[] = [
  {
    key: 'graded-response',
    group: 'item response',
    title: 'Graded response model',
    aliases: ['grm', 'irt', 'samejima', 'difficulty', 'slope'],
    definition:
      'Samejima’s model by marginal maximum likelihood, theta standard normal, logistic metric without the factor 1.7; errors from the observed information.',
    formula: 'P(y ≥ c) = 1 / (1 + exp(−a(θ − b_c)))',
    range: 'slopes above 0 when items are keyed alike',
    missing: 'every answer counts',
    source:
      'Samejima 1969, Psychometrika Monograph 17; Bock & Aitkin 1981, Psychometrika 46, 443–459, doi:10.1007/BF02293801',
    files: ['irt/graded-response.ts', 'irt/graded-estimation.ts', 'irt/graded-observed-information.ts'],
    checked: 'R optim() on the same likelihood, 1e-5; published LSAT estimates, 1e-3',
    differs: {
      psych: 'irt.fa() turns polychoric loadings into slopes (normal ogive): near, not equal.',
      JASP: 'calls mirt: the same model.',
    },
  },
  {
    key: 'test-information',
    group: 'item response',
    title: 'Item and test information',
    aliases: ['irt', 'information'],
    definition: 'Fisher information over theta; 1 / √ of it is the standard error there.',
    range: '0 or more',
    missing: 'as the model',
    source: 'Baker & Kim 2004, Item Response Theory, 2nd ed., ch. 8',
    files: ['irt/graded-information.ts'],
    checked: 'numerical derivatives in R, 1e-6',
  },
  {
    key: 'eap-scores',
    group: 'item response',
    title: 'EAP scores and their reliability',
    aliases: ['eap', 'theta', 'irt'],
    definition:
      'Expected theta of each case given its answers, and the empirical reliability of these scores.',
    range: 'about standard normal; reliability 0 to 1',
    missing: 'every answer counts',
    source: 'Bock & Mislevy 1982, Appl. Psychol. Meas. 6, 431–444, doi:10.1177/014662168200600405',
    files: ['irt/expected-a-posteriori.ts'],
    checked: 'R integrate(), 1e-6',
  },
  {
    key: 'dif-logistic',
    group: 'item response',
    title: 'DIF by ordinal logistic regression',
    aliases: ['dif', 'differential item functioning', 'bias'],
    definition:
      'Three nested proportional-odds models of an item, matched on the construct’s EAP score: uniform, non-uniform and total, with the change of Nagelkerke’s R²; Holm over the construct’s items.',
    range: 'chi-square, 0 or more',
    missing: 'cases with item, score and group',
    source:
      'Swaminathan & Rogers 1990, J. Educ. Meas. 27, 361–370, doi:10.1111/j.1745-3984.1990.tb00754.x; Crane et al. 2007, doi:10.1007/s11136-007-9185-5',
    files: ['irt/logistic-dif.ts', 'irt/ordinal-logistic.ts'],
    checked: 'MASS::polr, 1e-5',
  },
  {
    key: 'dif-graded',
    group: 'item response',
    title: 'DIF by likelihood ratio of graded models',
    aliases: ['dif', 'differential item functioning', 'irt'],
    definition:
      'Multi-group graded response model with one item freed at a time; the other items are the anchor.',
    range: 'chi-square, 0 or more',
    missing: 'every answer counts',
    source:
      'Thissen, Steinberg & Wainer 1993, in Holland & Wainer (eds.), Differential Item Functioning, 67–113',
    files: ['irt/graded-dif.ts'],
    checked: 'R optim() on the same likelihoods, 1e-4',
  },
];

export const PEOPLE_STATISTICS: readonly StatisticEntry[] = [
  {
    key: 'longest-string',
    group: 'people',
    title: 'Longest string',
    aliases: ['longstring', 'careless', 'straightlining'],
    definition:
      'Longest run of one code in the order shown, as asked; a missing answer breaks it. Counted from half the items on.',
    range: '1 to the number of items',
    missing: 'breaks the run',
    source: 'Johnson 2005, J. Res. Pers. 39, 103–129, doi:10.1016/j.jrp.2004.09.009',
    files: ['people/longest-string.ts'],
    checked: 'by hand and R rle, exact',
  },
  {
    key: 'response-variability',
    group: 'people',
    title: 'Intra-individual response variability',
    aliases: ['irv', 'careless'],
    definition:
      'Standard deviation (n − 1) of a person’s answers, as asked, over the items that share one answer scale. Counted at .25 or less.',
    range: '0 or more',
    missing: 'left out',
    source:
      'Dunn, Heggestad, Shanock & Theilgard 2018, J. Bus. Psychol. 33, 105–121, doi:10.1007/s10869-016-9479-0',
    files: ['people/response-variability.ts'],
    checked: 'R sd, 1e-9',
  },
  {
    key: 'modal-share',
    group: 'people',
    title: 'Share of the most frequent answer',
    aliases: ['careless', 'mode'],
    definition:
      'Of a person’s answers, as asked, over the items that share one answer scale. Counted at .9 or more.',
    range: '0 to 1',
    missing: 'left out',
    source: 'convention of this program',
    files: ['people/response-variability.ts'],
    checked: 'by counting',
  },
  {
    key: 'even-odd-consistency',
    group: 'people',
    title: 'Even-odd consistency',
    aliases: ['careless', 'consistency'],
    definition:
      'A person’s correlation, over constructs, of the mean of odd and of even items, stepped up by Spearman–Brown. High is consistent; counted at 0 or less.',
    range: '−1 to 1',
    missing: 'needs three constructs answered in both halves',
    source: 'Meade & Craig 2012, Psychol. Methods 17, 437–455, doi:10.1037/a0028085',
    files: ['people/even-odd-consistency.ts'],
    checked: 'R, written from careless::evenodd, 1e-9; there high is careless since 1.2.0',
  },
  {
    key: 'mahalanobis-distance',
    group: 'people',
    title: 'Mahalanobis distance',
    aliases: ['outlier', 'd2', 'careless'],
    definition:
      'Squared distance of each person from the mean of all, by the EM covariance, judged on the items he answered. Counted where p ≤ .001.',
    range: '0 or more',
    missing: 'each person on the items answered',
    source: 'Curran 2016, J. Exp. Soc. Psychol. 66, 4–19, doi:10.1016/j.jesp.2015.07.006',
    files: ['people/mahalanobis-distance.ts'],
    checked: 'R mahalanobis, 1e-9',
    differs: { psych: 'outlier() replaces missing deviations by 0.' },
  },
  {
    key: 'psychometric-synonyms',
    group: 'people',
    title: 'Psychometric synonyms and antonyms',
    aliases: ['careless', 'synonyms', 'antonyms'],
    definition:
      'How alike a person answers pairs of items that correlate at .60 or more (antonyms: −.60 or less) in the sample. Counted at 0 or less (antonyms: 0 or more).',
    range: '−1 to 1',
    missing: 'needs three pairs answered',
    source: 'Meade & Craig 2012, Psychol. Methods 17, 437–455, doi:10.1037/a0028085',
    files: ['people/psychometric-synonyms.ts'],
    checked: 'R, written from the paper, 1e-9',
  },
  {
    key: 'person-total-correlation',
    group: 'people',
    title: 'Person-total correlation',
    aliases: ['careless', 'person fit'],
    definition:
      'Of a person’s answers, as asked, with the mean answers of all others, over the items that share one answer scale. Counted at 0 or less.',
    range: '−1 to 1',
    missing: 'left out; needs three answers',
    source: 'Curran 2016, J. Exp. Soc. Psychol. 66, 4–19, doi:10.1016/j.jesp.2015.07.006',
    files: ['people/person-total-correlation.ts'],
    checked: 'R cor, 1e-9',
  },
  {
    key: 'time-per-item',
    group: 'people',
    title: 'Time per item and relative speed',
    aliases: ['speed', 'response time', 'careless', 'seconds'],
    definition:
      'Seconds per item of each person; and the mean over pages of the sample’s median time over his own, each at most 3. Times are given by the caller: the server keeps none.',
    range: '0 or more; below 2 seconds an item can hardly have been read',
    missing: 'pages without a time do not count',
    source: 'Huang et al. 2012, doi:10.1007/s10869-011-9231-8; Leiner 2019, doi:10.18148/srm/2019.v13i3.7403',
    files: ['people/response-time.ts'],
    checked: 'by hand',
  },
];
