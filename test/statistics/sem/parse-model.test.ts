import { describe, expect, it } from 'vitest';
import { parseModel } from '../../../src/statistics/sem/parse-model.ts';

describe('parseModel', () => {
  it('reads measurement, regression, covariance, intercept and threshold', () => {
    const { terms } = parseModel('F =~ x1 + x2\ny ~ F; x1 ~~ x2\nx1 ~ 1\no | t1 + t2');
    expect(terms.map(({ lhs, op, rhs }) => `${lhs} ${op} ${rhs}`)).toEqual([
      'F =~ x1',
      'F =~ x2',
      'y ~ F',
      'x1 ~~ x2',
      'x1 ~1 ',
      'o | t1',
      'o | t2',
    ]);
  });

  it('reads fixed values, freed parameters, labels and starts', () => {
    const { terms } = parseModel('F =~ NA*x1 + 0.5*x2 + a*x3 + start(.8)*x4 + a*start(0.7)*x5');
    expect(terms.map(({ fixed, labels, start }) => ({ fixed, labels, start }))).toEqual([
      { fixed: ['free'], labels: undefined, start: undefined },
      { fixed: [0.5], labels: undefined, start: undefined },
      { fixed: undefined, labels: ['a'], start: undefined },
      { fixed: undefined, labels: undefined, start: [0.8] },
      { fixed: undefined, labels: ['a'], start: [0.7] },
    ]);
  });

  it('reads modifiers per group', () => {
    const { terms } = parseModel('F =~ c(a, b)*x1 + c(1, NA)*x2 + c(NA, b)*x3');
    expect(terms.map(({ fixed, labels }) => [fixed, labels])).toEqual([
      [undefined, ['a', 'b']],
      [[1, 'free'], undefined],
      [undefined, ['', 'b']],
    ]);
  });

  it('reads defined parameters and equalities', () => {
    const model = parseModel('y ~ a*x\nab := a*b\na == b');
    expect(model.defined).toEqual([{ name: 'ab', expression: 'a*b' }]);
    expect(model.equal).toEqual([['a', 'b']]);
  });

  it('goes on over lines without an operator or after a plus, and leaves comments out', () => {
    const { terms } = parseModel('F =~ x1 + # the first\n  x2\n  + x3 ! and the third\n\nG =~ y1');
    expect(terms.map((term) => term.rhs)).toEqual(['x1', 'x2', 'x3', 'y1']);
  });

  it('takes names in any script', () => {
    expect(parseModel('اعتماد =~ س۱ + س۲').terms.map((term) => term.rhs)).toEqual(['س۱', 'س۲']);
  });

  it.each([
    ['', 'at least one statement'],
    ['x1 x2', 'an operator'],
    ['F =~', 'two sides'],
    ['F =~ 3x', 'a name'],
    ['F =~ start(a)*x', 'a number'],
    ['a > 0', 'without inequality'],
  ])('refuses %j', (text, message) => {
    expect(() => parseModel(text)).toThrow(RangeError);
    expect(() => parseModel(text)).toThrow(`parseModel requires`);
    expect(() => parseModel(text)).toThrow(message);
  });
});
