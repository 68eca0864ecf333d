import type { StatisticEntry } from './statistic-entry.ts';

export const ITEM_STATISTICS: readonly StatisticEntry[] = [
  {
    key: 'moments',
    group: 'items',
    title: 'Mean, standard deviation, skewness, kurtosis',
    aliases: ['mean', 'sd', 'skewness', 'kurtosis', 'variance', 'average'],
    definition:
      'Variance with divisor n − 1; skewness and excess kurtosis of type 2 (G1, G2) with the standard errors of a normal population.',
    formula: 'G1 = √(n(n−1)) / (n−2) · g1;  G2 = (n−1) / ((n−2)(n−3)) · ((n+1) g2 + 6)',
    range: 'any; kurtosis 0 for a normal variable',
    missing: 'left out item by item; n is shown',
    source: 'Joanes & Gill 1998, The Statistician 47, 183–189, doi:10.1111/1467-9884.00122',
    files: ['descriptive/moments.ts'],
    checked: 'psych::describe(type = 2), 1e-9',
    differs: {
      psych: 'describe() prints type 3 (b1, b2) unless told otherwise.',
      SPSS: 'the same type 2.',
      JASP: 'the same type 2.',
    },
  },
  {
    key: 'quantile',
    group: 'items',
    title: 'Median and quantiles',
    aliases: ['median', 'percentile', 'quartile'],
    definition: 'Type 7: linear between the order statistics at 1 + (n − 1) p.',
    range: 'within the data',
    missing: 'left out; n is shown',
    source: 'Hyndman & Fan 1996, The American Statistician 50, 361–365, doi:10.1080/00031305.1996.10473566',
    files: ['descriptive/quantile.ts'],
    checked: 'R quantile(type = 7), 1e-9',
    differs: { SPSS: 'weighted average at (n + 1) p (type 6) by default.' },
  },
  {
    key: 'floor-ceiling',
    group: 'items',
    title: 'Distribution of codes, floor and ceiling',
    aliases: ['distribution', 'floor', 'ceiling', 'frequencies'],
    definition:
      'How often each code was answered, and the shares at both ends of the answer scale (not of the data).',
    range: 'shares 0 to 1',
    missing: 'counted apart',
    source: 'Terwee et al. 2007, J. Clin. Epidemiol. 60, 34–42, doi:10.1016/j.jclinepi.2006.03.012',
    files: ['descriptive/code-distribution.ts'],
    checked: 'by counting',
  },
  {
    key: 'item-rest',
    group: 'items',
    title: 'Item-rest correlation',
    aliases: ['item-total', 'corrected', 'discrimination', 'reverse'],
    definition:
      'Pearson’s r of an item with the sum of the other items of its construct (corrected item-total); a negative one means that a reverse key was probably forgotten. Nothing is reversed by itself.',
    range: '−1 to 1',
    missing: 'the same cases as alpha',
    source: 'Nunnally & Bernstein 1994, Psychometric Theory, 3rd ed., ch. 8',
    files: ['reliability/item-analysis.ts'],
    checked: 'psych::alpha r.drop, 1e-9',
    differs: {
      psych:
        'r.drop from the pairwise covariance; r.cor is another coefficient (corrected for overlap and unreliability).',
      SPSS: '“Corrected item-total correlation”, listwise.',
      JASP: 'JASP pairwise by default; jamovi listwise.',
    },
  },
  {
    key: 'alpha-if-dropped',
    group: 'items',
    title: 'Alpha if the item is dropped',
    aliases: ['deleted', 'dropped'],
    definition: 'Cronbach’s alpha of the other items. Not defined for two items, and then not shown.',
    range: 'at most 1',
    missing: 'the same cases as alpha',
    source:
      'Eisinga, te Grotenhuis & Pelzer 2013, Int. J. Public Health 58, 637–642, doi:10.1007/s00038-012-0416-3',
    files: ['reliability/item-analysis.ts'],
    checked: 'psych::alpha alpha.drop, 1e-9',
    differs: {
      psych: 'prints a ratio of variances for two items.',
      SPSS: 'leaves the cell blank for two items.',
    },
  },
  {
    key: 'scores',
    group: 'items',
    title: 'Construct and role scores',
    aliases: ['scoring', 'mean score', 'scale score', 'reverse-coding'],
    definition:
      'A construct’s score is the mean of its keyed items (reverse items by the bounds of their own scale, min + max − x); a role’s score is the mean of the scores of its constructs.',
    range: 'the answer scale',
    missing:
      'listwise: all items; pairwise: one at least; person-mean: at least the share asked for (default half)',
    source:
      'Schafer & Graham 2002, Psychol. Methods 7, 147–177, doi:10.1037/1082-989X.7.2.147 (person means)',
    files: [],
    checked: 'by hand and in R; src/analysis/answer-matrix.ts and construct-scores.ts',
    differs: {
      psych: 'alpha() and check.keys reverse by the bounds observed in the data, which one outlier moves.',
    },
  },
];

export const MISSING_STATISTICS: readonly StatisticEntry[] = [
  {
    key: 'covariance-listwise',
    group: 'missing data',
    title: 'Listwise covariance',
    aliases: ['listwise', 'complete'],
    definition:
      'Covariance (divisor n − 1) of the cases that answered every column in question: the construct’s items, or all of the model.',
    range: 'any',
    missing: 'incomplete cases are left out; how many is always returned',
    source: 'Enders 2003, Psychol. Methods 8, 322–337, doi:10.1037/1082-989X.8.3.322',
    files: ['descriptive/covariance.ts', 'descriptive/complete-rows.ts', 'descriptive/correlation-matrix.ts'],
    checked: 'R cov(use = "complete.obs"), 1e-9',
  },
  {
    key: 'covariance-pairwise',
    group: 'missing data',
    title: 'Pairwise covariance and correlation',
    aliases: ['pairwise'],
    definition:
      'Each covariance from the cases that have both variables (divisor n of the pair − 1), about the means of those cases; it need not be positive definite. For correlations the standard deviations come from the pair too.',
    range: 'any',
    missing: 'by pair; n is the smallest of the pairs',
    source: 'Enders 2003, Psychol. Methods 8, 322–337, doi:10.1037/1082-989X.8.3.322',
    files: ['descriptive/covariance.ts', 'descriptive/correlation-pairwise.ts'],
    checked: 'R cov and cor (use = "pairwise"), 1e-9',
    differs: {
      psych: 'alpha() is pairwise by default and takes all rows as n for Feldt’s interval.',
      JASP: 'JASP’s reliability is pairwise by default, jamovi’s listwise.',
    },
  },
  {
    key: 'em-covariance',
    group: 'missing data',
    title: 'EM covariance',
    aliases: ['em', 'expectation', 'maximum likelihood'],
    definition:
      'Maximum-likelihood means and covariances of a multivariate normal population from incomplete cases; divisor n.',
    range: 'any',
    missing: 'every answer counts; assumes missing at random given the other columns',
    source: 'Dempster, Laird & Rubin 1977, JRSS B 39, 1–38; Little & Rubin 2002, ch. 11',
    files: ['missing/em-covariance.ts'],
    checked: 'lavaan’s saturated model with missing = "ml", 1e-6',
    differs: { SPSS: 'Missing Values (EM) stops earlier by default (25 iterations).' },
  },
  {
    key: 'little-mcar',
    group: 'missing data',
    title: 'Little’s test of missing completely at random',
    aliases: ['mcar', 'little'],
    definition:
      'Whether the means of the missing patterns differ more than chance allows, with the maximum-likelihood (divisor n) covariance.',
    formula: 'd² = Σ n_j (ȳ_j − μ_j)′ Σ_j⁻¹ (ȳ_j − μ_j);  df = Σ p_j − p',
    range: 'chi-square, 0 or more',
    missing: 'this is what it is about; rows without any answer are left out',
    source: 'Little 1988, JASA 83, 1198–1202, doi:10.1080/01621459.1988.10478722',
    files: ['missing/little-mcar.ts'],
    checked: 'an EM in R written from the paper, 1e-6',
    differs: {
      psych: 'has none; naniar and misty use the same covariance.',
      JASP: 'JASP has none.',
    },
  },
];
