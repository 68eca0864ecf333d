import type { AnswerScale, Construct, Study } from '../../domain/study.ts';
import type { AnswerColumns } from '../../domain/submission.ts';
import { columnOf, type Matrix, matrixFromColumns, selectColumns } from '../../statistics/matrix.ts';
import { casesForRelations } from '../analyse.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import { answerMatrix } from '../answer-matrix.ts';
import { constructScores, itemsOfConstruct, roleScores } from '../construct-scores.ts';
import { selectSubmissions } from '../select-submissions.ts';
import type { SectionSettings } from './section-settings.ts';
import { constructFactors, type SharedFits, sharedFits } from './shared-fits.ts';

export interface ConstructBlock {
  readonly key: string;
  readonly measurement: Construct['measurement'];
  /** Columns of `keyed`, in the order of the codebook. */
  readonly items: readonly number[];
}

export interface NamedScores {
  readonly keys: readonly string[];
  /** Cases × keys; NaN where the missing rule gives no score. */
  readonly values: Matrix;
}

export interface Grouping {
  readonly question: string;
  readonly values: readonly number[];
  /** One a submission: position in `values`, or −1 for none. */
  readonly groups: Int16Array;
}

/** What every section starts from; made once. */
export interface SectionInput {
  readonly study: Study;
  readonly options: AnalysisOptions;
  readonly settings: SectionSettings;
  readonly items: readonly string[];
  readonly scales: readonly AnswerScale[];
  /** Submissions × items; reverse items recoded; NaN is missing. */
  readonly keyed: Matrix;
  /** Constructs that have items. */
  readonly constructs: readonly ConstructBlock[];
  /** Those of them whose items are meant to go together: reflective, two items or more. */
  readonly reflective: readonly ConstructBlock[];
  /** Of every submission, for comparisons that need no complete case elsewhere. */
  readonly allScores: NamedScores;
  /** Of constructs, then of roles, for the cases that the missing rule lets into relations. */
  readonly scores: NamedScores;
  readonly roles: readonly string[];
  readonly groupings: readonly Grouping[];
  readonly fits: SharedFits;
}

/** Throws RangeError for a study that was not checked, and for codes that are not on the scale of their item. */
export function sectionInput(
  study: Study,
  answers: AnswerColumns,
  options: AnalysisOptions,
  settings: SectionSettings,
): SectionInput {
  const { rows } = selectSubmissions(answers, options);
  const matrix = answerMatrix(study, answers, rows);
  const blocks = study.constructs.map((construct) => ({
    key: construct.key,
    measurement: construct.measurement,
    items: itemsOfConstruct(study, construct),
  }));
  const measured = blocks.flatMap(({ items }, index) => (items.length > 0 ? [index] : []));
  const constructs = measured.map((index) => blocks[index]!);
  const reflective = constructs.filter(
    ({ measurement, items }) => measurement === 'reflective' && items.length > 1,
  );
  const every = constructScores(study, matrix, options);
  const used = casesForRelations(every, measured, options);
  const roles = roleScores(study, used, options);
  const keys = constructs.map(({ key }) => key);
  const items = study.items.map(({ key }) => key);
  return {
    study,
    options,
    settings,
    items,
    scales: matrix.columns.map(({ scale }) => scale),
    keyed: matrix.keyed,
    constructs,
    reflective,
    allScores: { keys, values: selectColumns(every, measured) },
    scores: {
      keys: [...keys, ...roles.roles],
      values: matrixFromColumns([
        ...measured.map((index) => columnOf(used, index)),
        ...roles.roles.map((_, index) => columnOf(roles.scores, index)),
      ]),
    },
    roles: roles.roles,
    groupings: (study.questions ?? []).map(({ key, options: offered }, place) => {
      const values = offered.map(({ value }) => value);
      const column = answers.columns[study.items.length + place]!;
      return { question: key, values, groups: Int16Array.from(rows, (row) => values.indexOf(column[row]!)) };
    }),
    fits: sharedFits(
      constructFactors(reflective, items),
      { names: items, answers: matrix.keyed },
      options.level,
    ),
  };
}

export function itemsOf(input: SectionInput, block: ConstructBlock): Matrix {
  return selectColumns(input.keyed, block.items);
}

export function itemKeys(input: SectionInput, block: ConstructBlock): readonly string[] {
  return block.items.map((item) => input.items[item]!);
}

/** The resamples asked for, as an option that is left out when none were. */
export function resampling({ settings, options }: SectionInput): {
  seed: number;
  level: number;
  resamples?: number;
} {
  const { seed, resamples } = settings;
  return { seed, level: options.level, ...(resamples === null ? {} : { resamples }) };
}
