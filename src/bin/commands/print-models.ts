import type { FittedModel } from '../../analysis/sections/fitted-model.ts';
import type { MeasurementSection } from '../../analysis/sections/measurement-section.ts';
import type { ModelSection } from '../../analysis/sections/model-section.ts';
import type { PlsReport } from '../../analysis/sections/pls-report.ts';
import type { SemReport } from '../../analysis/sections/sem-report.ts';
import { type Estimate, isNotEstimable } from '../../statistics/not-estimable.ts';
import { interval, number, part, pValue, table } from './print-table.ts';

export function printMeasurement({ fits }: MeasurementSection): string {
  return fitTable(fits.map(({ estimator, missing, result }) => [`${estimator} ${missing}`, result]));
}

export function printFittedModel({ estimator, missing, result }: FittedModel): string {
  const line = fitTable([[`${estimator} ${missing}`, result]]);
  return isNotEstimable(result) ? line : `${line}\n\n${parameterTable(result)}${warningLines(result)}`;
}

export function printModel(section: ModelSection): string {
  const { regressions, mediation, moderation, pls, latent } = section;
  return [
    isNotEstimable(regressions)
      ? `regressions: ${regressions.notEstimable}`
      : table(
          ['path', 'from', 'to', 'beta', 'b CI', 'p', 'f²', 'VIF', 'verdict'],
          regressions.equations.flatMap(({ outcome, paths }) =>
            paths.map(({ path, from, coefficient, verdict }) => [
              path,
              from,
              outcome,
              number(part(coefficient, ({ standardized }) => standardized)),
              interval(part(coefficient, (one) => one.interval)),
              pValue(part(coefficient, ({ p }) => p)),
              number(part(coefficient, ({ effectSize }) => effectSize)),
              number(
                part(coefficient, ({ varianceInflation }) => varianceInflation),
                2,
              ),
              verdict,
            ]),
          ),
        ),
    table(
      ['indirect effect', 'n', 'estimate', 'CI'],
      mediation.map(({ way, result }) => {
        const through = isNotEstimable(result)
          ? result
          : result.indirect.find((one) => one.through.length === way.length - 2)!;
        return [
          way.join(' → '),
          number(
            part(result, ({ n }) => n),
            0,
          ),
          number(part(through, ({ estimate }) => estimate)),
          interval(isNotEstimable(through) ? through : through.interval),
        ];
      }),
    ),
    table(
      ['moderation', 'predictor', 'moderator', 'outcome', 'b', 'CI', 'R² change', 'verdict'],
      moderation.map(({ path, predictor, moderator, outcome, result, verdict }) => {
        const product = part(result, ({ regression }) => regression.coefficients[2]!);
        return [
          path,
          predictor,
          moderator,
          outcome,
          number(part(product, ({ estimate }) => estimate)),
          interval(part(product, (one) => one.interval)),
          number(part(result, ({ rSquaredChange }) => rSquaredChange)),
          verdict,
        ];
      }),
    ),
    ...pls.map(printPls),
    latent.length === 0
      ? ''
      : fitTable(latent.map(({ level, result }) => [`latent model of ${level} (MLR, FIML)`, result])),
    ...latent.map(({ result }) =>
      isNotEstimable(result) ? '' : `${parameterTable(result, ['~', ':='])}${warningLines(result)}`,
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function printPls({ level, paths }: PlsReport): string {
  return table(
    [`PLS of ${level}`, 'from', 'to', 'estimate', 'CI', 'p', 'f²', 'VIF'],
    paths.map(({ path, from, to, inference, fSquared, vif }) => [
      path,
      from,
      to,
      number(part(inference, ({ estimate }) => estimate)),
      interval(part(inference, (one) => one.interval)),
      pValue(part(inference, ({ p }) => p)),
      number(fSquared),
      number(vif, 2),
    ]),
  );
}

function fitTable(fits: ReadonlyArray<readonly [string, Estimate<SemReport>]>): string {
  return table(
    ['fit', 'n', 'chi-square', 'df', 'p', 'CFI', 'TLI', 'RMSEA', '90 % CI', 'SRMR', 'indices'],
    fits.map(([name, result]) => {
      if (isNotEstimable(result)) return [name, '–', result.notEstimable, ...Array<string>(8).fill('–')];
      const { fit } = result;
      const test = fit.scaled ?? fit.standard!;
      const corrected = result.fimlRobust && !isNotEstimable(result.fimlRobust) ? result.fimlRobust : null;
      const robust = corrected ?? fit.robust;
      const indices = robust ?? test;
      return [
        name,
        String(result.n),
        number(test.chiSquare, 2),
        String(result.df),
        pValue(test.p),
        number(indices.cfi),
        number(indices.tli),
        number(indices.rmsea.value),
        interval(indices.rmsea),
        number(fit.srmr),
        robust ? 'robust' : 'plain',
      ];
    }),
  );
}

function parameterTable({ parameters }: SemReport, operators = ['=~', '~', '~~', ':=']): string {
  return table(
    ['parameter', 'estimate', 'SE', 'z', 'p', 'CI', 'standardised'],
    parameters
      .filter(({ op }) => operators.includes(op))
      .map(({ lhs, op, rhs, estimate, se, z, p, lower, upper, stdAll }) => [
        `${lhs} ${op} ${rhs}`,
        number(estimate),
        number(se),
        number(z, 2),
        pValue(p),
        lower === null || upper === null ? '–' : interval({ lower, upper }),
        number(stdAll),
      ]),
  );
}

function warningLines({ warnings }: SemReport): string {
  return warnings
    .map((warning) => {
      const { code, ...about } = warning;
      return `\n! ${code} ${Object.values(about).join(' ')}`;
    })
    .join('');
}
