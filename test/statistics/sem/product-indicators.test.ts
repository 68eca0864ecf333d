import { describe, expect, it } from 'vitest';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { fitSem } from '../../../src/statistics/sem/fit-sem.ts';
import { productIndicators } from '../../../src/statistics/sem/product-indicators.ts';
import {
  answersOf,
  estimated,
  expectNear,
  expectParameters,
  expectStandardFit,
  type Golden,
  type GoldenData,
  readGolden,
} from './golden-sem.ts';

const golden = readGolden<Record<'data' | 'holes' | 'matched' | 'all', GoldenData> & { fit: Golden }>(
  'sem-interaction',
);
const block = (data: GoldenData, prefix: string) =>
  matrixFromColumns(['1', '2', '3'].map((k) => data[prefix + k]!.map((value) => value ?? Number.NaN)));

function expectColumns(values: { rows: number; data: Float64Array }, data: GoldenData) {
  Object.values(data).forEach((column, k) => {
    column.forEach((value, i) => {
      const actual = values.data[k * values.rows + i];
      if (value === null) expect(actual).toBeNaN();
      else expectNear(actual, value, `row ${i} of product ${k}`, 1e-9);
    });
  });
}

describe('productIndicators gives the columns of semTools::indProd', () => {
  it('matched, with missing answers', () => {
    const { values, pairs } = productIndicators(block(golden.holes, 'x'), block(golden.holes, 'z'));
    expect(pairs).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expectColumns(values, golden.matched);
  });

  it('for all pairs', () => {
    const { values, pairs } = productIndicators(block(golden.data, 'x'), block(golden.data, 'z'), 'all');
    expect(pairs).toHaveLength(9);
    expectColumns(values, golden.all);
  });

  it('so that a latent interaction can be estimated', () => {
    const { values } = productIndicators(block(golden.data, 'x'), block(golden.data, 'z'));
    const plain = answersOf(golden.data);
    const names = [...plain.names, 'p1', 'p2', 'p3'];
    const data = new Float64Array([...plain.answers.data, ...values.data]);
    const answers = { rows: plain.answers.rows, cols: 12, data };
    const model = `X =~ x1 + x2 + x3; Z =~ z1 + z2 + z3; XZ =~ p1 + p2 + p3; Y =~ y1 + y2 + y3; Y ~ X + Z + XZ`;
    const fit = estimated(fitSem(model, { names, answers }));
    expectParameters(fit, golden.fit);
    expectStandardFit(fit, golden.fit);
    // The data were made with an interaction of .35.
    const path = fit.parameters.find((row) => row.op === '~' && row.rhs === 'XZ')!;
    expect(Math.abs(path.estimate - 0.35)).toBeLessThan(0.1);
    expect(path.p!).toBeLessThan(0.001);
  });

  it('and requires the same respondents', () => {
    const short = matrixFromColumns([[1, 2]]);
    expect(() => productIndicators(short, block(golden.data, 'z'))).toThrow('the same respondents');
  });
});
