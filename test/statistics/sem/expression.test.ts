import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/statistics/sem/expression.ts';

const at = (text: string, values: Record<string, number>) => {
  const names = Object.keys(values);
  return compileExpression(text)((name) => {
    const place = names.indexOf(name);
    if (place < 0) throw new RangeError(`unknown ${name}`);
    const gradient = new Float64Array(names.length);
    gradient[place] = 1;
    return { value: values[name]!, gradient };
  });
};

describe('compileExpression', () => {
  it('keeps the order of operations', () => {
    expect(at('1 + 2*3^2 - 4/2', {}).value).toBe(17);
    expect(at('-(2 - 5)*2', {}).value).toBe(6);
    expect(at('1.5e2 + .5', {}).value).toBe(150.5);
  });

  it('differentiates as finite differences do', () => {
    const texts = ['a*b', 'a/b + c', 'exp(a)*log(b)', 'sqrt(b)*c^3', 'a*b/(c + a*b)', 'abs(a) - -c'];
    const numbers = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...texts), numbers, numbers, numbers, (text, a, b, c) => {
        const values = { a, b, c };
        const { gradient } = at(text, values);
        (['a', 'b', 'c'] as const).forEach((name, k) => {
          const step = 1e-5;
          const up = at(text, { ...values, [name]: values[name] + step }).value;
          const down = at(text, { ...values, [name]: values[name] - step }).value;
          expect(gradient[k] ?? 0).toBeCloseTo((up - down) / (2 * step), 5);
        });
      }),
    );
  });

  it.each(['', 'a +', '(a', 'a b', 'a ^ b', 'a)'])('refuses %j', (text) => {
    expect(() => at(text, { a: 1, b: 2 })).toThrow('compileExpression requires');
  });

  it('refuses functions it does not know', () => {
    expect(() => at('tan(a)', { a: 1 })).toThrow('one of exp, log, sqrt, abs');
  });
});
