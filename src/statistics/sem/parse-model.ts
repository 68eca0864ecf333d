import type { DefinedParameter, FixedValue, ModelOperator, ModelTerm, SemModel } from './model-term.ts';

const OPERATOR = /=~|~~|:=|==|~|\||<|>/;
const NAME = /^[\p{L}_.][\p{L}\p{N}_.]*$/u;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * A structural equation model from text, in the syntax of R's lavaan as far as it is used for questionnaires.
 * F =~ x1 + x2        factor F is measured by x1, x2 (an indicator may itself be a factor)
 * y ~ a*x + b*z       regression with labels a, b; the same label twice means one value
 * x ~~ y, x ~~ 0.5*x  covariance; variance fixed at a number
 * x ~ 1               intercept or mean
 * x | t1 + t2         thresholds of an ordinal item
 * ab := a*b           defined parameter;  a == b  two labels share one value
 * Before a variable stand, with *: a number (fixes), NA (frees), a label, start(number), or c(…) with one of
 * these per group. '#' and '!' begin a comment; ';' ends a statement as a line does.
 * text     the model
 * returns  the model as data
 * throws   RangeError: parseModel requires …, naming the statement
 * source   Rosseel 2012, J. Stat. Softw. 48(2), doi:10.18637/jss.v048.i02 (syntax)
 * checked  test/statistics/sem/parse-model.test.ts
 */
export function parseModel(text: string): SemModel {
  const terms: ModelTerm[] = [];
  const defined: DefinedParameter[] = [];
  const equal: [string, string][] = [];
  for (const statement of statementsOf(text)) {
    const found = OPERATOR.exec(statement);
    if (found === null) throw new RangeError(`parseModel requires an operator in "${statement}"`);
    const operator = found[0];
    const left = statement.slice(0, found.index).trim();
    const right = statement.slice(found.index + operator.length).trim();
    if (left === '' || right === '') throw new RangeError(`parseModel requires two sides in "${statement}"`);
    if (operator === ':=') defined.push({ name: nameIn(left, statement), expression: right });
    else if (operator === '==') equal.push([nameIn(left, statement), nameIn(right, statement)]);
    else if (operator === '<' || operator === '>')
      throw new RangeError(`parseModel requires models without inequality constraints: "${statement}"`);
    else
      for (const lhs of splitOutside(left, '+'))
        for (const part of splitOutside(right, '+'))
          terms.push(termOf(nameIn(lhs, statement), operator as ModelOperator, part, statement));
  }
  if (terms.length === 0) throw new RangeError('parseModel requires at least one statement about variables');
  return { terms, defined, equal };
}

/** Lines without an operator, and lines after a trailing '+' or operator, continue the statement before. */
function statementsOf(text: string): string[] {
  const statements: string[] = [];
  for (const raw of text.split(/[\n;]/)) {
    const line = raw.replace(/[#!].*$/, '').trim();
    if (line === '') continue;
    const before = statements.at(-1);
    if (before !== undefined && (!OPERATOR.test(line) || /[+*~|=,(]$/.test(before) || line.startsWith('+')))
      statements[statements.length - 1] = `${before} ${line}`;
    else statements.push(line);
  }
  return statements;
}

function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (letter === separator && depth === 0 && !/\de$/i.test(text.slice(from, at))) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  parts.push(text.slice(from).trim());
  return parts;
}

function nameIn(text: string, statement: string): string {
  const name = text.trim();
  if (!NAME.test(name)) throw new RangeError(`parseModel requires a name, not "${name}", in "${statement}"`);
  return name;
}

function termOf(lhs: string, operator: ModelOperator, part: string, statement: string): ModelTerm {
  const factors = splitOutside(part, '*');
  const last = factors.pop()!;
  const isIntercept = operator === '~' && last === '1';
  const rhs = isIntercept ? '' : nameIn(last, statement);
  const modifiers: { fixed?: FixedValue[]; labels?: string[]; start?: number[] } = {};
  for (const factor of factors) {
    const call = /^(c|start)\s*\((.*)\)$/s.exec(factor);
    const values = call === null ? [factor] : splitOutside(call[2], ',');
    if (call?.[1] === 'start') modifiers.start = values.map((value) => numberIn(value, statement));
    else if (values.every((value) => NUMBER.test(value) || value === 'NA'))
      modifiers.fixed = values.map((value) => (value === 'NA' ? 'free' : Number(value)));
    else modifiers.labels = values.map((value) => (value === 'NA' ? '' : nameIn(value, statement)));
  }
  return { lhs, op: isIntercept ? '~1' : operator, rhs, ...modifiers };
}

function numberIn(text: string, statement: string): number {
  if (!NUMBER.test(text))
    throw new RangeError(`parseModel requires a number, not "${text}", in "${statement}"`);
  return Number(text);
}
