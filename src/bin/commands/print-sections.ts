import type { SectionsReport } from '../../analysis/sections/analyse-sections.ts';
import type { CorrelationSection } from '../../analysis/sections/correlation-section.ts';
import type { GroupsSection } from '../../analysis/sections/groups-section.ts';
import type { IrtSection } from '../../analysis/sections/irt-section.ts';
import type { MissingSection } from '../../analysis/sections/missing-section.ts';
import type { IndexSummary, PeopleSection } from '../../analysis/sections/people-section.ts';
import type { ReliabilitySection } from '../../analysis/sections/reliability-section.ts';
import type { StructureSection } from '../../analysis/sections/structure-section.ts';
import type { ValiditySection } from '../../analysis/sections/validity-section.ts';
import { type Estimate, isNotEstimable } from '../../statistics/not-estimable.ts';
import { printFittedModel, printMeasurement, printModel } from './print-models.ts';
import { interval, number, part, pValue, table } from './print-table.ts';

/** The sections for a terminal: what people look at first. Everything, in full precision, is in --json. */
export function printSections(sections: SectionsReport): string {
  const { missing, reliability, correlation, structure, validity, irt, people, groups } = sections;
  return [
    missing && titled('Missing answers', printMissing(missing)),
    reliability && titled('Reliability', printReliability(reliability)),
    correlation && titled('Correlations of construct scores', printCorrelation(correlation)),
    structure && titled('Structure of the items', printStructure(structure)),
    sections.measurement && titled('Measurement model', printMeasurement(sections.measurement)),
    validity && titled('Validity', printValidity(validity)),
    sections.model && titled('Model', printModel(sections.model)),
    irt && titled('Graded response model', printIrt(irt)),
    people && titled('People', printPeople(people)),
    groups && titled('Groups', printGroups(groups)),
    sections.fittedModel && titled('Fitted model', printFittedModel(sections.fittedModel)),
    'What a number is, and how other programs differ: axial explain WORD',
  ]
    .filter((text) => text !== undefined)
    .join('\n\n')
    .concat('\n');
}

function titled(title: string, ...parts: readonly string[]): string {
  return [`${title}\n${'='.repeat(title.length)}`, ...parts.filter((text) => text !== '')].join('\n');
}

function printMissing({ counts, littleMcar, alphaByRule, patternCount }: MissingSection): string {
  const test = isNotEstimable(littleMcar)
    ? littleMcar.notEstimable
    : `chi-square ${littleMcar.chiSquare.toFixed(2)}, df ${littleMcar.df}, p ${pValue(littleMcar.p)}`;
  return [
    `${counts.complete} complete, ${counts.partial} with gaps, ${counts.empty} empty; ${patternCount} patterns; Little's MCAR: ${test}`,
    table(
      ['alpha', 'listwise', 'pairwise', 'EM'],
      alphaByRule.map((one) => [one.construct, number(one.listwise), number(one.pairwise), number(one.em)]),
    ),
  ].join('\n\n');
}

function printReliability({ constructs }: ReliabilitySection): string {
  return table(
    [
      'construct',
      'n',
      'alpha',
      'ADF',
      'bootstrap',
      'omega',
      'omega FIML',
      'cat. omega',
      'lambda2',
      'lambda6',
      'CR',
      'AVE',
    ],
    constructs.map(({ construct, n, alpha, omega, ordinal, lambda2, lambda6 }) => [
      construct,
      String(n),
      number(alpha.raw),
      interval(alpha.intervals.adf),
      interval(alpha.intervals.bootstrap),
      number(omega.model),
      number(omega.fiml.omega),
      number(ordinal.omega.categoricalOmega ?? null),
      number(lambda2),
      number(lambda6),
      number(omega.fiml.compositeReliability),
      number(omega.fiml.averageVarianceExtracted),
    ]),
  );
}

function printCorrelation({ constructs }: CorrelationSection): string {
  return table(
    ['pair', 'r', 'CI', 'p (Holm)', 'p (BH)', 'rho', 'tau-b', 'partial', 'disattenuated'],
    constructs.map((pair) => [
      `${pair.first} – ${pair.second}`,
      number(part(pair.pearson, ({ r }) => r)),
      interval(part(pair.pearson, (one) => one.interval) as Estimate<{ lower: number; upper: number }>),
      pValue(pair.holm),
      pValue(pair.benjaminiHochberg),
      number(part(pair.spearman, ({ rho }) => rho)),
      number(part(pair.kendall, ({ tau }) => tau)),
      number(part(pair.partial, ({ r }) => r)),
      number(part(pair.disattenuated, ({ value }) => value)),
    ]),
  );
}

function printStructure(section: StructureSection): string {
  const { bartlett, exploratory, mardia } = section;
  const facts = [
    `n ${section.n}, KMO ${number(part(section.kaiserMeyerOlkin, ({ overall }) => overall))}`,
    `Bartlett chi-square ${number(
      part(bartlett, ({ chiSquare }) => chiSquare),
      1,
    )}, p ${pValue(part(bartlett, ({ p }) => p))}`,
    `Mardia kurtosis z ${number(
      part(mardia, ({ kurtosisZ }) => kurtosisZ),
      2,
    )}`,
    `dimensions: parallel analysis ${number(
      part(section.parallelComponents, ({ countByQuantile }) => countByQuantile),
      0,
    )} components, ${number(
      part(section.parallelFactors, ({ countByQuantile }) => countByQuantile),
      0,
    )} factors; MAP ${number(
      part(section.minimumAveragePartial, ({ components }) => components),
      0,
    )}`,
  ].join('; ');
  if (isNotEstimable(exploratory))
    return `${facts}\nexploratory factor analysis: ${exploratory.notEstimable}`;
  const { loadings, communalities, factors, extraction, rotation } = exploratory;
  return [
    facts,
    `${factors} factors, ${extraction}, ${rotation}`,
    table(
      ['item', ...loadings.columns, 'communality'],
      loadings.rows.map((item, i) => [
        item,
        ...loadings.values[i]!.map((value) => number(value, 2)),
        number(communalities[i]!, 2),
      ]),
    ),
  ].join('\n\n');
}

function printValidity({ htmt, fornellLarcker, commonMethod }: ValiditySection): string {
  const { absolute, htmt2 } = htmt;
  const fornell = isNotEstimable(fornellLarcker)
    ? `Fornell–Larcker: ${fornellLarcker.notEstimable}`
    : `Fornell–Larcker fails for: ${
        fornellLarcker.pairs
          .filter(({ holds }) => !holds)
          .map(({ first, second }) => `${first} – ${second}`)
          .join(', ') || 'no pair'
      }`;
  const pairs = isNotEstimable(absolute)
    ? `HTMT: ${absolute.notEstimable}`
    : table(
        ['HTMT', 'HTMT+', 'CI', 'upper one-sided', 'HTMT2'],
        absolute.pairs.map((pair, index) => [
          `${pair.first} – ${pair.second}`,
          number(pair.value),
          interval(pair.interval),
          number(part(pair.interval, ({ upperOneSided }) => upperOneSided)),
          number(isNotEstimable(htmt2) ? htmt2 : htmt2.pairs[index]!.value),
        ]),
      );
  const harman = `Harman: first component ${number(part(commonMethod.harman, ({ componentShare }) => componentShare))} of the variance`;
  return [pairs, fornell, harman].join('\n\n');
}

function printIrt({ constructs }: IrtSection): string {
  return constructs
    .map(({ construct, items, graded, empiricalReliability }) =>
      isNotEstimable(graded)
        ? `${construct}: ${graded.notEstimable}`
        : `${table(
            [`${construct} (EAP ${number(empiricalReliability)})`, 'slope', 'SE', 'difficulties'],
            items.map((item, i) => {
              const one = graded.items[i]!;
              const difficulties = one.difficulties.map((value) => value.toFixed(2)).join(' ');
              return [item, number(one.slope, 2), number(one.slopeError, 2), difficulties];
            }),
          )}`,
    )
    .join('\n\n');
}

function printPeople(section: PeopleSection): string {
  const row = (name: string, index: Estimate<IndexSummary>): string[] => {
    if (isNotEstimable(index)) return [name, '–', index.notEstimable, '–', '–'];
    const { n, quantiles, cut, flagged } = index;
    const middle = part(quantiles, (values) => values[3]!);
    return [
      name,
      String(n),
      number(middle, 2),
      `${cut.side === 'at-least' ? '≥' : '≤'} ${cut.value}`,
      String(flagged),
    ];
  };
  return [
    table(
      ['index', 'n', 'median', 'cut', 'people beyond'],
      [
        row('longest string', section.longestString),
        row('response variability', section.variability),
        row('share of commonest answer', section.modalShare),
        row('person-total r', section.personTotal),
        row('even-odd consistency', section.evenOdd),
        row('Mahalanobis p', section.mahalanobis),
        row('psychometric synonyms', section.synonyms),
        row('psychometric antonyms', section.antonyms),
      ],
    ),
    `people beyond 0, 1, 2 … cuts: ${section.flaggedByIndices.join(', ')}`,
  ].join('\n');
}

function printGroups({ questions }: GroupsSection): string {
  if (questions.length === 0) return 'the study has no grouping question';
  return questions
    .map(({ question, compared, leftOut, constructs }) => {
      const away = leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : '';
      const rows = constructs.map(({ construct, two, several, holm, alphas }) => [
        construct,
        two
          ? number(
              part(two.welch, ({ d }) => d),
              2,
            )
          : '–',
        several ? number(part(several.anova, ({ etaSquared }) => etaSquared)) : '–',
        pValue(holm),
        pValue(alphas === null ? null : part(alphas, ({ p }) => p)),
      ]);
      return `${question}: ${compared.join(', ')}${away}\n${table(['construct', 'd', 'eta²', 'p Welch (Holm)', 'p alphas differ'], rows)}`;
    })
    .join('\n\n');
}
