// Citations are not translated: they are what a reader looks up.

export interface StatisticSource {
  readonly statistic: string;
  readonly definition: string;
  readonly source: string;
}

export const STATISTIC_SOURCES: readonly StatisticSource[] = [
  {
    statistic: 'alpha',
    definition: 'Cronbach’s alpha, raw: k/(k − 1) · (1 − Σ item variances / variance of the sum score)',
    source: 'Cronbach 1951, Psychometrika 16, 297–334, doi:10.1007/BF02310555',
  },
  {
    statistic: 'intervalAdf',
    definition: 'Asymptotically distribution-free interval of alpha',
    source:
      'Maydeu-Olivares, Coffman & Hartmann 2007, Psychological Methods 12, 157–176, doi:10.1037/1082-989X.12.2.157',
  },
  {
    statistic: 'intervalFeldt',
    definition: 'Interval of alpha from the F distribution, normal theory',
    source:
      'Feldt, Woodruff & Salih 1987, Applied Psychological Measurement 11, 93–103, doi:10.1177/014662168701100107',
  },
  {
    statistic: 'standardizedAlpha',
    definition: 'Alpha of the correlation matrix: k·r̄ / (1 + (k − 1)·r̄)',
    source:
      'Falk & Savalei 2011, Journal of Personality Assessment 93, 445–453, doi:10.1080/00223891.2011.594129',
  },
  {
    statistic: 'itemRest',
    definition: 'Correlation of an item with the sum of the other items of its construct',
    source: 'Nunnally & Bernstein 1994, Psychometric Theory, 3rd ed., ch. 8',
  },
  {
    statistic: 'alphaIfDropped',
    definition: 'Alpha of the other items; not defined for two items',
    source:
      'Eisinga, te Grotenhuis & Pelzer 2013, International Journal of Public Health 58, 637–642, doi:10.1007/s00038-012-0416-3',
  },
  {
    statistic: 'skewness, kurtosis',
    definition: 'Type 2 (G1, G2), kurtosis as excess',
    source: 'Joanes & Gill 1998, The Statistician 47, 183–189, doi:10.1111/1467-9884.00122',
  },
  {
    statistic: 'pearson',
    definition:
      'Pearson’s r of the construct scores; p from t with n − 2 degrees of freedom, interval by Fisher’s z',
    source: 'Fisher 1921, Metron 1, 3–32',
  },
  {
    statistic: 'spearman',
    definition:
      'Pearson’s r of mid-ranks; p from t with n − 2 degrees of freedom; interval with the variance (1 + r²/2)/(n − 3)',
    source: 'Bonett & Wright 2000, Psychometrika 65, 23–28, doi:10.1007/BF02294183',
  },
  {
    statistic: 'moderation',
    definition:
      'Coefficient of the product of two standardised scores in a least-squares regression of the third',
    source: 'Aiken & West 1991, Multiple Regression: Testing and Interpreting Interactions, ch. 3',
  },
];
