import { describe, expect, it } from 'vitest';
import { STATISTICS } from '../../../src/analysis/catalogue/statistics.ts';
import { SECTION_NAMES } from '../../../src/analysis/sections/section-settings.ts';
import { structureSection } from '../../../src/analysis/sections/structure-section.ts';
import { selectColumns } from '../../../src/statistics/matrix.ts';
import { alphaIntervalBootstrap } from '../../../src/statistics/reliability/alpha-interval-bootstrap.ts';
import { cronbachAlphaOfItems } from '../../../src/statistics/reliability/cronbach-alpha.ts';
import { analyseRows, smallStudy } from '../small-study.ts';
import {
  direct,
  inputOf,
  type Rows,
  STUDY,
  sectionsOf,
  simulated,
  unlawfulPlaces,
} from './sections-of-rows.ts';

const ROWS: Rows = simulated(STUDY, 300);
const ALL = sectionsOf(STUDY, ROWS);

describe('sections', () => {
  it('hold nothing that JSON would change', () => {
    expect(unlawfulPlaces(ALL)).toEqual([]);
    expect(JSON.parse(JSON.stringify(ALL))).toEqual(ALL);
  });

  it('come as they are asked for, and no others', () => {
    const { reliability, model, ...others } = sectionsOf(STUDY, ROWS, ['model', 'reliability']);
    expect([reliability, model]).not.toContain(undefined);
    expect(SECTION_NAMES.filter((name) => name in others)).toEqual([]);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(sectionsOf(STUDY, ROWS, ['reliability', 'validity', 'model', 'structure'])).toEqual(
      sectionsOf(STUDY, ROWS, ['reliability', 'validity', 'model', 'structure']),
    );
    const bootstrapOf = (seed: number) => {
      const input = inputOf(STUDY, ROWS, {}, { seed });
      return alphaIntervalBootstrap(selectColumns(input.keyed, [0, 1, 2, 3]), { seed, resamples: 100 });
    };
    expect(ALL.reliability?.constructs[0]?.alpha.intervals.bootstrap).toEqual(bootstrapOf(1));
    expect(bootstrapOf(1)).not.toEqual(bootstrapOf(2));
  });

  it('do not depend on the order of respondents where nothing is resampled', () => {
    const turned = sectionsOf(STUDY, [...ROWS].reverse(), ['missing', 'people']);
    expect(turned.missing).toMatchObject({
      counts: ALL.missing!.counts,
      patternCount: ALL.missing!.patternCount,
    });
    expect(turned.people?.flaggedByIndices).toEqual(ALL.people?.flaggedByIndices);
  });

  it('name a definition of the catalogue for each convention, at a field that is there', () => {
    const keys = STATISTICS.map(({ key }) => key);
    for (const name of SECTION_NAMES) {
      const { conventions, ...section } = ALL[name] as { conventions: Record<string, string> };
      const body = name === 'reliability' ? (section as { constructs?: unknown }).constructs : section;
      for (const [field, key] of Object.entries(conventions)) {
        expect(keys, `${name}: ${field}`).toContain(key);
        const isElsewhere =
          /fiml|several|scaled|robust|exploratory/.test(field) || found(body, field.split('.'));
        expect(isElsewhere, `${name}: ${field} is no field`).toBe(true);
      }
    }
    expect(ALL.statistics.map(({ key }) => key)).toContain('htmt-plus');
  });
});

/** Whether following the fields, through the first of any list, leads to something. */
function found(value: unknown, fields: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((one) => found(one, fields));
  const [field, ...rest] = fields;
  if (field === undefined) return value !== undefined;
  return typeof value === 'object' && value !== null && field in value
    ? found((value as Record<string, unknown>)[field], rest)
    : false;
}

describe('reliability', () => {
  it('is that of the pages and of the library', () => {
    const report = analyseRows(STUDY, ROWS, { missing: 'listwise' });
    const section = sectionsOf(STUDY, ROWS, ['reliability'], { missing: 'listwise' }).reliability!;
    section.constructs.forEach(({ alpha, construct }, index) => {
      const ofPage = report.constructs[index]!.reliability!;
      expect(construct).toBe(report.constructs[index]!.construct);
      expect(alpha.raw).toBe(ofPage.alpha);
      expect(alpha.standardized).toBe(ofPage.standardizedAlpha);
      expect(alpha.intervals.feldt).toEqual(ofPage.intervalFeldt);
    });
    const items = selectColumns(inputOf(STUDY, ROWS).keyed, [4, 5, 6, 7]);
    expect(section.constructs[1]!.alpha.raw).toBe(cronbachAlphaOfItems(items));
  });

  it('has no distribution-free and no bootstrap interval under pairwise', () => {
    const { intervals } = sectionsOf(STUDY, ROWS, ['reliability'], { missing: 'pairwise' }).reliability!
      .constructs[0]!.alpha;
    expect(intervals).toMatchObject({ adf: null, bootstrap: null, feldt: { level: 0.95 } });
  });

  it('takes every answer for omega by FIML, complete cases for the others', () => {
    const { n, omega } = ALL.reliability!.constructs[0]!;
    expect(omega.fiml.n).toBeGreaterThan(n);
  });
});

describe('model', () => {
  const coefficientsOf = (paths: Parameters<typeof smallStudy>[1]) => {
    const study = { ...STUDY, paths: paths! };
    const { pls } = sectionsOf(study, ROWS, ['model']).model!;
    return new Map(pls[0]!.paths.map(({ path, inference }) => [path, inference]));
  };

  it('gives each path its own PLS coefficient, in whatever order the study names them', () => {
    const forth = coefficientsOf([direct('A', 'context', 'outcome'), direct('B', 'cause', 'outcome')]);
    const back = coefficientsOf([direct('B', 'cause', 'outcome'), direct('A', 'context', 'outcome')]);
    expect(forth.get('A')).toEqual(back.get('A'));
    expect(forth.get('B')).toEqual(back.get('B'));
    expect(forth.get('A')).not.toEqual(forth.get('B'));
  });

  it('follows every way of the arrows for indirect effects', () => {
    expect(ALL.model!.mediation.map(({ way }) => way.join(' '))).toEqual(['context cause outcome']);
  });

  it('keeps paths of roles apart from those of constructs', () => {
    expect(ALL.model!.pls.map(({ level, paths }) => [level, paths.map(({ path }) => path)])).toEqual([
      ['constructs', ['H1', 'H2', 'H3']],
      ['roles', ['H5']],
    ]);
    expect(ALL.model!.latent[0]!.model.split('\n').at(-1)).toBe('outcome ~ cause + context');
  });

  it('has a fitted model of items and scores, with labels and what is defined by them', () => {
    const text = 'f =~ c1 + c2 + c3 + c4\ng =~ o1 + o2 + o3 + o4\ng ~ b*f + context.score\nd := b*b';
    const fitted = sectionsOf(STUDY, ROWS, [], {}, { text, estimator: 'ML', missing: 'listwise' })
      .fittedModel!;
    const { result } = fitted;
    expect(result).toMatchObject({ estimator: 'ML', df: 26 });
    const b = 'parameters' in result ? result.parameters.find(({ label }) => label === 'b')! : null;
    const d = 'parameters' in result ? result.parameters.find(({ op }) => op === ':=')! : null;
    expect(d!.estimate).toBeCloseTo(b!.estimate ** 2, 12);
  });

  it('knows an item with a dash in its key by an underscore', () => {
    const study = smallStudy([{ key: 'k', items: ['a_1', 'b', 'c', 'd'] }]);
    const dashed = {
      ...study,
      items: study.items.map((item) => ({ ...item, key: item.key.replace('_', '-') })),
    };
    const request = { text: 'f =~ a_1 + b + c + d', estimator: 'ML', missing: 'listwise' } as const;
    const { fittedModel } = sectionsOf(dashed, simulated(study, 100), [], {}, request);
    expect(fittedModel!.result).toMatchObject({ df: 2 });
  });

  it('refuses a model with a variable that nobody answered', () => {
    const request = { text: 'f =~ c1 + c2 + nobody', estimator: 'ML', missing: 'listwise' } as const;
    expect(() => sectionsOf(STUDY, ROWS, [], {}, request)).toThrow('nobody');
  });
});

describe('groups', () => {
  it('are compared when they have two scores or more, and named when not', () => {
    const rows = ROWS.map((row, index) => [...row.slice(0, 12), index === 0 ? 2 : 1]);
    const [question] = sectionsOf(STUDY, rows, ['groups']).groups!.questions;
    expect(question).toMatchObject({ question: 'group', compared: [1], leftOut: [2] });
    expect(question!.constructs[0]!.holm).toMatchObject({ notEstimable: 'too-few-groups' });
  });

  it('have p values after Holm that are never below their own', () => {
    const [question] = ALL.groups!.questions;
    for (const { two, holm } of question!.constructs) {
      if (typeof holm !== 'number' || !two || 'notEstimable' in two.welch) throw new Error('expected a test');
      expect(holm).toBeGreaterThanOrEqual(two.welch.p);
    }
  });
});

describe('people', () => {
  it('are counted and never named', () => {
    const { people, flaggedByIndices } = ALL.people!;
    expect(flaggedByIndices.reduce((sum, count) => sum + count, 0)).toBe(people);
    const lists = JSON.stringify(ALL.people).match(/\[[^[\]]*\]/g) ?? [];
    expect(Math.max(...lists.map((list) => list.split(',').length))).toBeLessThan(ROWS.length);
  });

  it('who give one answer throughout are among those beyond the cuts', () => {
    const careless = Array.from({ length: 5 }, () => Array.from({ length: 12 }, () => 4));
    const before = ALL.people!;
    const after = sectionsOf(STUDY, [...ROWS, ...careless], ['people']).people!;
    expect(after.modalShare.flagged - before.modalShare.flagged).toBe(5);
    expect(after.longestString.flagged - before.longestString.flagged).toBe(5);
  });
});

describe('structure', () => {
  it('takes the number of factors that is asked for, and says so', () => {
    const { exploratory } = structureSection(inputOf(STUDY, ROWS, {}, { factors: 2, rotation: 'varimax' }));
    expect(exploratory).toMatchObject({ factors: 2, factorsFrom: 'given', rotation: 'varimax' });
    expect(ALL.structure!.exploratory).toMatchObject({ factorsFrom: 'parallel-analysis' });
  });

  it('refuses more factors than the items can tell apart', () => {
    const { exploratory } = structureSection(inputOf(STUDY, ROWS, {}, { factors: 9 }));
    expect(exploratory).toMatchObject({ notEstimable: 'outside-range', details: { highest: 7 } });
  });
});
