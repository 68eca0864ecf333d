import type { Study } from '../domain/study.ts';
import type { AnswerColumns } from '../domain/submission.ts';
import { completeRows } from '../statistics/descriptive/complete-rows.ts';
import { columnOf, type Matrix, selectColumns, selectRows } from '../statistics/matrix.ts';
import type { AnalysisOptions, AnalysisSource } from './analysis-options.ts';
import { answerMatrix } from './answer-matrix.ts';
import { codeScore } from './coded-score.ts';
import { constructReport } from './construct-report.ts';
import { constructScores, itemsOfConstruct, roleScores } from './construct-scores.ts';
import { correlationReport, type NamedScore } from './correlation-report.ts';
import { hypothesisReports } from './hypothesis-report.ts';
import { type ItemReport, itemReport } from './item-report.ts';
import { provenanceOf } from './provenance.ts';
import { remarksOf } from './remarks.ts';
import { selectSubmissions } from './select-submissions.ts';
import { countStraightliners } from './straightliners.ts';
import type { StudyReport } from './study-report.ts';

/**
 * The whole analysis of a version's answers: the one entry for pages, downloads and the command line.
 * Throws RangeError for a study that was not checked, and for codes that are not on the scale of their item.
 *
 * answers   columns in the order of the version's answer keys
 */
export function analyse(
  study: Study,
  answers: AnswerColumns,
  options: AnalysisOptions,
  source: AnalysisSource,
): StudyReport {
  const { rows, facts } = selectSubmissions(answers, options);
  const matrix = answerMatrix(study, answers, rows);
  const scores = constructScores(study, matrix, options);

  const constructs = study.constructs.map((_, index) =>
    constructReport(study, matrix, scores, index, options),
  );
  const items = new Array<ItemReport>(study.items.length);
  study.constructs.forEach((construct, index) => {
    itemsOfConstruct(study, construct).forEach((item, place) => {
      items[item] = itemReport(matrix, item, constructs[index]!.relations, place);
    });
  });

  const measured = study.constructs.flatMap((construct, index) =>
    itemsOfConstruct(study, construct).length > 0 ? [index] : [],
  );
  const used = casesForRelations(scores, measured, options);
  const ofConstructs = measured.map((index): NamedScore => {
    const { key } = study.constructs[index]!;
    return { key, score: codeScore(columnOf(used, index)) };
  });
  const roles = roleScores(study, used, options);
  const ofRoles = roles.roles.map(
    (key, index): NamedScore => ({ key, score: codeScore(columnOf(roles.scores, index)) }),
  );

  const constructReports = constructs.map(({ report }) => report);
  return {
    format: 'axial-report',
    formatVersion: 1,
    provenance: provenanceOf(study, options, source),
    respondents: facts,
    remarks: remarksOf({
      study,
      options,
      inAnalysis: facts.inAnalysis,
      usedInRelations: used.rows,
      constructs: constructReports,
      items,
      straightliners: countStraightliners(answers, rows, study.items.length),
    }),
    constructs: constructReports,
    items,
    correlations: correlationReport(ofConstructs, options.level),
    roleCorrelations: correlationReport(ofRoles, options.level),
    hypotheses: hypothesisReports(study, [...ofConstructs, ...ofRoles], options.level),
  };
}

/** Listwise compares everything on the same people: those with a score on every construct that has items. */
export function casesForRelations(
  scores: Matrix,
  measured: readonly number[],
  { missing }: AnalysisOptions,
): Matrix {
  if (missing !== 'listwise' || measured.length === 0) return scores;
  const { rows, counts } = completeRows(selectColumns(scores, measured));
  return counts.complete === scores.rows ? scores : selectRows(scores, Array.from(rows));
}
