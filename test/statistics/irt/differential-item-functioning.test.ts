import { describe, expect, it } from 'vitest';
import { gradedDif } from '../../../src/statistics/irt/graded-dif.ts';
import { logisticDif } from '../../../src/statistics/irt/logistic-dif.ts';
import { ordinalLogistic } from '../../../src/statistics/irt/ordinal-logistic.ts';
import { matrixFromColumns } from '../../../src/statistics/matrix.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';
import { estimated, expectClose, golden } from '../golden-structure.ts';

interface Golden {
  data: number[][];
  group: number[];
  rest: number[];
  polr: Record<'coef' | 'zeta' | 'll' | 'se' | 'coef1' | 'nagelkerke', number[]> & { null: number };
  irt: { lr: number[]; mean: number; sd: number };
}
const r = golden<Golden>('differential-item-functioning');
const items = matrixFromColumns(r.data);

describe('ordinal logistic regression', () => {
  it('equals MASS::polr', () => {
    const x = matrixFromColumns([r.rest, r.group, r.rest.map((v, i) => v * r.group[i]!)]);
    const full = estimated(ordinalLogistic(r.data[0]!, x));
    expectClose(full.coefficients, r.polr.coef, 1e-4);
    expectClose(full.cuts, r.polr.zeta, 1e-4);
    expectClose([full.logLikelihood, full.nullLogLikelihood], [r.polr.ll[2]!, r.polr.null], 1e-7);
    expectClose(full.nagelkerke, r.polr.nagelkerke[2]!, 1e-6);
    const two = estimated(ordinalLogistic(r.data[0]!, matrixFromColumns([r.rest, r.group])));
    expectClose(two.coefficients, r.polr.coef1, 1e-4);
    expectClose(two.standardErrors, r.polr.se.slice(0, 2), 1e-4);
    expect(two.gradient).toBeLessThan(1e-6);
  });

  it('says why there is no value', () => {
    const x = matrixFromColumns([[1, 2, 3, 4]]);
    expect(ordinalLogistic([0, 0, 0, 0], x)).toMatchObject({ notEstimable: 'no-variance' });
    const twice = matrixFromColumns([
      [1, 2, 3, 5],
      [1, 2, 3, 5],
    ]);
    expect(ordinalLogistic([0, 1, 0, 1], twice)).toMatchObject({ notEstimable: 'not-positive-definite' });
    expect(ordinalLogistic([0, 0, 1, 1], x)).toHaveProperty('notEstimable');
  });
});

describe('DIF by ordinal logistic regression', () => {
  it('equals the differences of three polr fits', () => {
    const result = estimated(logisticDif(r.data[0]!, r.rest, r.group));
    const [l0, l1, l2] = r.polr.ll;
    const [n0, n1, n2] = r.polr.nagelkerke;
    expectClose(
      [result.uniform.chiSquare, result.nonUniform.chiSquare, result.total.chiSquare],
      [2 * (l1! - l0!), 2 * (l2! - l1!), 2 * (l2! - l0!)],
      1e-5,
    );
    expectClose([result.uniform.rSquaredChange, result.total.rSquaredChange], [n1! - n0!, n2! - n0!], 1e-6);
    expect(result.total.df).toBe(2);
  });

  it('does not depend on which group is called which', () => {
    const one = estimated(logisticDif(r.data[0]!, r.rest, r.group));
    const other = estimated(
      logisticDif(
        r.data[0]!,
        r.rest,
        r.group.map((g) => 5 - g),
      ),
    );
    expectClose(other.total.chiSquare, one.total.chiSquare, 1e-8);
    expectClose(other.uniform.chiSquare, one.uniform.chiSquare, 1e-8);
  });

  it('says why there is no value', () => {
    expect(logisticDif([1, 2], [1, 2], [0, 0])).toMatchObject({ notEstimable: 'too-few-groups' });
    expect(logisticDif([Number.NaN], [1], [0])).toMatchObject({ notEstimable: 'no-answers' });
  });
});

describe('DIF by the IRT likelihood ratio', () => {
  it('equals direct maximisation in R, and finds the item that was made to differ', () => {
    const result = estimated(gradedDif(items, r.group));
    expectClose(
      result.items.map((item) => item.chiSquare),
      r.irt.lr,
      1e-4,
    );
    expect(result.items.map((item) => item.df)).toEqual([4, 3, 4]);
    expectClose([result.groups[1]!.mean, result.groups[1]!.sd], [r.irt.mean, r.irt.sd], 1e-4);
    expect(result.items[0]!.p).toBeLessThan(0.01);
    const [reference, focal] = result.items[0]!.byGroup;
    // 0.6 harder for group 1: the same intercepts lie lower.
    expect(focal!.intercepts[1]! / focal!.slope).toBeLessThan(reference!.intercepts[1]! / reference!.slope);
  });

  it('finds nothing in groups drawn by lot', () => {
    const random = xoshiro128(3);
    const lot = r.group.map(() => (random.next() < 0.5 ? 1 : 0));
    const [first] = estimated(gradedDif(items, lot, [1])).items;
    expect(first!.p).toBeGreaterThan(0.01);
  });

  it('says why there is no value', () => {
    expect(
      gradedDif(
        items,
        r.group.map(() => 0),
      ),
    ).toMatchObject({ notEstimable: 'too-few-groups' });
    expect(() => gradedDif(items, [0, 1])).toThrow(RangeError);
  });
});
