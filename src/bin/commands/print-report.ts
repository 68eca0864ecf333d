import type { ConstructReport } from '../../analysis/construct-report.ts';
import type { HypothesisReport } from '../../analysis/hypothesis-report.ts';
import type { ItemReport } from '../../analysis/item-report.ts';
import type { Remark } from '../../analysis/remark.ts';
import type { StudyReport } from '../../analysis/study-report.ts';
import { isNotEstimable } from '../../statistics/not-estimable.ts';
import { interval, number, table } from './print-table.ts';

/** The report for a terminal: the tables that people look at first. Full precision and the rest are in --json. */
export function printReport(report: StudyReport): string {
  const { respondents, provenance } = report;
  return [
    `${respondents.inAnalysis} respondents, missing answers: ${provenance.missing}, ${provenance.study}`,
    table(
      ['construct', 'items', 'n', 'alpha', 'CI (ADF)', 'CI (Feldt)', 'std alpha', 'mean r', 'M', 'SD'],
      report.constructs.map(constructRow),
    ),
    table(
      ['item', 'n', 'missing', 'M', 'SD', 'skew', 'kurtosis', 'item-rest r', 'alpha if dropped'],
      report.items.map(itemRow),
    ),
    table(
      ['path', 'from', 'to', 'expected', 'estimate', 'CI', 'n', 'verdict'],
      report.hypotheses.map(hypothesisRow),
    ),
    'A correlation shows no direction: "consistent" says that the answers do not speak against the path.',
    report.remarks.map(remarkLine).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function remarkLine(remark: Remark): string {
  const about = [remark.construct, remark.item, remark.role, ...(remark.items ?? [])];
  return `! ${[remark.code, ...about.filter((key) => key !== undefined)].join(' ')}`;
}

function constructRow(construct: ConstructReport): string[] {
  const { reliability, score } = construct;
  const formative = construct.measurement === 'formative' ? 'formative' : '–';
  return [
    construct.construct,
    String(construct.items),
    String(reliability?.n ?? score.n),
    reliability ? number(reliability.alpha, 3) : formative,
    reliability?.intervalAdf ? interval(reliability.intervalAdf) : '–',
    reliability ? interval(reliability.intervalFeldt) : '–',
    reliability ? number(reliability.standardizedAlpha, 3) : '–',
    reliability ? number(reliability.meanInterItem, 3) : '–',
    number(score.mean, 2),
    number(score.standardDeviation, 2),
  ];
}

function itemRow(item: ItemReport): string[] {
  const { skipped, noAnswer, notReached } = item.missing;
  return [
    item.item + (item.reverse ? ' (r)' : ''),
    String(item.n),
    String(skipped + noAnswer + notReached),
    number(item.mean, 2),
    number(item.standardDeviation, 2),
    number(item.skewness, 2),
    number(item.kurtosis, 2),
    item.itemRest === null ? '–' : number(item.itemRest, 3),
    item.alphaIfDropped === null ? '–' : number(item.alphaIfDropped, 3),
  ];
}

function hypothesisRow(hypothesis: HypothesisReport): string[] {
  const { estimate } = hypothesis;
  const known = !isNotEstimable(estimate);
  return [
    hypothesis.path,
    hypothesis.from,
    hypothesis.moderates === null ? hypothesis.to : `${hypothesis.moderates} (moderates)`,
    hypothesis.expected,
    known ? number(estimate.value, 3) : estimate.notEstimable,
    known ? interval(estimate.interval) : '–',
    String(hypothesis.n),
    hypothesis.verdict,
  ];
}
