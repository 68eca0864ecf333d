import { describe, expect, it } from 'vitest';
import { buildParameterTable, type TableOptions } from '../../../src/statistics/sem/parameter-table.ts';
import { parseModel } from '../../../src/statistics/sem/parse-model.ts';

const PLAIN: TableOptions = {
  groups: 1,
  standardizeLatents: false,
  orthogonal: false,
  meanStructure: false,
  fixedExogenous: true,
  groupEqual: [],
  groupFree: [],
  thresholds: null,
};
const rowsOf = (text: string, options: Partial<TableOptions> = {}) =>
  buildParameterTable(parseModel(text), { ...PLAIN, ...options }).rows.map(
    ({ lhs, op, rhs, free, value, exogenous }) =>
      `${lhs} ${op} ${rhs}: ${exogenous ? 'sample' : free < 0 ? value : `p${free}`}`,
  );

// The expectations are those of lavaan's parTable() for the same text.
describe('buildParameterTable completes a model as lavaan does', () => {
  it('marker loading, variances, covariance of exogenous factors', () => {
    expect(rowsOf('F =~ x1 + x2 + x3; G =~ y1 + y2')).toEqual([
      'F =~ x1: 1',
      'F =~ x2: p0',
      'F =~ x3: p1',
      'G =~ y1: 1',
      'G =~ y2: p2',
      'x1 ~~ x1: p3',
      'x2 ~~ x2: p4',
      'x3 ~~ x3: p5',
      'y1 ~~ y1: p6',
      'y2 ~~ y2: p7',
      'F ~~ F: p8',
      'G ~~ G: p9',
      'F ~~ G: p10',
    ]);
  });

  it('no covariance of a factor with its cause, one between pure outcomes', () => {
    const rows = rowsOf('F =~ x1 + x2; y ~ F; z ~ F');
    expect(rows).toContain('y ~~ z: p8');
    expect(rows.some((row) => row.startsWith('F ~~ y'))).toBe(false);
  });

  it('exogenous variables at their sample values, unless the model describes them', () => {
    expect(rowsOf('y ~ x + w')).toEqual([
      'y ~ x: p0',
      'y ~ w: p1',
      'y ~~ y: p2',
      'x ~~ x: sample',
      'x ~~ w: sample',
      'w ~~ w: sample',
    ]);
    expect(rowsOf('y ~ x; x ~~ x').some((row) => row.includes('sample'))).toBe(false);
  });

  it('a single indicator without error', () => {
    expect(rowsOf('F =~ x1')).toEqual(['F =~ x1: 1', 'x1 ~~ x1: 0', 'F ~~ F: p0']);
  });

  it("a label shares a value but frees nothing: what shares the marker's is 1", () => {
    expect(rowsOf('F =~ a*x1 + a*x2 + b*x3').slice(0, 3)).toEqual([
      'F =~ x1: 1',
      'F =~ x2: 1',
      'F =~ x3: p0',
    ]);
    expect(rowsOf('F =~ a*x1 + a*x2 + b*x3', { standardizeLatents: true }).slice(0, 3)).toEqual([
      'F =~ x1: p0',
      'F =~ x2: p0',
      'F =~ x3: p1',
    ]);
    expect(rowsOf('F =~ x1 + x2; F ~~ v*F', { standardizeLatents: true })[2]).toBe('F ~~ F: 1');
  });

  it('two statements about one parameter add up, unless they say the same kind of thing', () => {
    expect(rowsOf('F =~ NA*x1 + a*x1 + a*x2').slice(0, 2)).toEqual(['F =~ x1: p0', 'F =~ x2: p0']);
    expect(() => rowsOf('F =~ 1*x1 + 2*x1')).toThrow('each statement once');
    expect(() => rowsOf('x1 ~~ x2; x2 ~~ x1')).toThrow('each statement once');
  });

  it('a == b makes two labels one', () => {
    expect(rowsOf('F =~ x1 + a*x2 + b*x3; a == b').slice(0, 3)).toEqual([
      'F =~ x1: 1',
      'F =~ x2: p0',
      'F =~ x3: p0',
    ]);
  });

  it('equal loadings over groups free the factor variance of later groups where it gave the scale', () => {
    const options = { groups: 2, standardizeLatents: true, groupEqual: ['loadings'] as const };
    const rows = rowsOf('F =~ x1 + x2 + x3', options);
    expect(rows.filter((row) => row.startsWith('F =~ x1'))).toEqual(['F =~ x1: p0', 'F =~ x1: p0']);
    expect(rows.filter((row) => row.startsWith('F ~~ F'))).toEqual(['F ~~ F: 1', 'F ~~ F: p9']);
  });

  it('modifiers come one for all groups or one per group', () => {
    expect(() => rowsOf('F =~ c(a, b)*x1 + x2', { groups: 3 })).toThrow('one modifier, or one per group');
  });
});
