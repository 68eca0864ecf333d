// Defined parameters need the value of an expression and its derivatives (for the delta method). Every node carries
// both, so no numerical differences are taken.

/** A value with its derivatives by the named quantities. */
export interface Dual {
  readonly value: number;
  readonly gradient: Float64Array;
}

type Lookup = (name: string) => Dual;

/**
 * Compiles an arithmetic expression over named quantities: + - * / ^, parentheses, exp, log, sqrt, abs.
 * text     the expression, such as 'a*b + c'
 * returns  a function from a lookup of names to the value with its gradient
 * throws   RangeError: compileExpression requires …; whatever the lookup throws for an unknown name
 * source   forward differentiation: Griewank & Walther 2008, Evaluating Derivatives, ch. 3
 * checked  test/statistics/sem/expression.test.ts, against finite differences, 1e-6
 */
export function compileExpression(text: string): (lookup: Lookup) => Dual {
  const tokens = text.match(/\d+\.?\d*(e[-+]?\d+)?|\.\d+(e[-+]?\d+)?|[\p{L}_.][\p{L}\p{N}_.]*|\S/giu) ?? [];
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const fail = () =>
    new RangeError(
      `compileExpression requires an arithmetic expression: "${text}" at "${peek() || 'its end'}"`,
    );

  function sum(): (lookup: Lookup) => Dual {
    let left = product();
    while (peek() === '+' || peek() === '-') {
      const sign = tokens[at++] === '+' ? 1 : -1;
      const [a, b] = [left, product()];
      left = (lookup) => linear(a(lookup), 1, b(lookup), sign);
    }
    return left;
  }
  function product(): (lookup: Lookup) => Dual {
    let left = signed();
    while (peek() === '*' || peek() === '/') {
      const isTimes = tokens[at++] === '*';
      const [a, b] = [left, signed()];
      left = (lookup) => (isTimes ? times(a(lookup), b(lookup)) : times(a(lookup), power(b(lookup), -1)));
    }
    return left;
  }
  function signed(): (lookup: Lookup) => Dual {
    if (peek() !== '-' && peek() !== '+') return raised();
    const sign = tokens[at++] === '-' ? -1 : 1;
    const inner = signed();
    return (lookup) => scaled(inner(lookup), sign);
  }
  function raised(): (lookup: Lookup) => Dual {
    const base = atom();
    if (peek() !== '^') return base;
    at++;
    const exponent = Number(tokens[at++]);
    if (!Number.isFinite(exponent)) throw new RangeError('compileExpression requires a number after ^');
    return (lookup) => power(base(lookup), exponent);
  }
  function atom(): (lookup: Lookup) => Dual {
    const token = tokens[at++];
    if (token === '(') {
      const inner = sum();
      if (tokens[at++] !== ')') throw fail();
      return inner;
    }
    if (token === undefined) throw fail();
    if (/^[\d.]/.test(token) && Number.isFinite(Number(token))) {
      const value = Number(token);
      return () => ({ value, gradient: new Float64Array(0) });
    }
    if (!/^[\p{L}_.]/u.test(token)) throw fail();
    if (peek() !== '(') return (lookup) => lookup(token);
    at++;
    const argument = sum();
    if (tokens[at++] !== ')') throw fail();
    return (lookup) => called(token, argument(lookup));
  }

  const root = sum();
  if (at !== tokens.length) throw fail();
  return root;
}

/** The chain rule: outer value and derivative applied to an inner dual. */
function chained(inner: Dual, value: number, derivative: number): Dual {
  return { value, gradient: inner.gradient.map((g) => g * derivative) };
}

function called(name: string, x: Dual): Dual {
  if (name === 'exp') return chained(x, Math.exp(x.value), Math.exp(x.value));
  if (name === 'log') return chained(x, Math.log(x.value), 1 / x.value);
  if (name === 'sqrt') return chained(x, Math.sqrt(x.value), 0.5 / Math.sqrt(x.value));
  if (name === 'abs') return chained(x, Math.abs(x.value), Math.sign(x.value));
  throw new RangeError(`compileExpression requires one of exp, log, sqrt, abs, not ${name}`);
}

function scaled(x: Dual, factor: number): Dual {
  return chained(x, factor * x.value, factor);
}

function power(x: Dual, exponent: number): Dual {
  return chained(x, x.value ** exponent, exponent * x.value ** (exponent - 1));
}

function times(x: Dual, y: Dual): Dual {
  const gradients = linear(scaled(x, y.value), 1, scaled(y, x.value), 1);
  return { value: x.value * y.value, gradient: gradients.gradient };
}

/** A constant's gradient is the empty array, so lengths may differ. */
function linear(x: Dual, a: number, y: Dual, b: number): Dual {
  const gradient = new Float64Array(Math.max(x.gradient.length, y.gradient.length));
  for (let i = 0; i < x.gradient.length; i++) gradient[i] += a * x.gradient[i];
  for (let i = 0; i < y.gradient.length; i++) gradient[i] += b * y.gradient[i];
  return { value: a * x.value + b * y.value, gradient };
}
