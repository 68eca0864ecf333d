// The path diagram: the parts of the model, and the paths with what the answers show.

import type { HypothesisReport } from '../../../analysis/hypothesis-report.ts';
import type { Construct } from '../../../domain/study.ts';
import { formatBounded } from '../../../i18n/format-number.ts';
import { isNotEstimable } from '../../../statistics/not-estimable.ts';
import type { DiagramEdge, DiagramNode, ParadigmSlot } from '../../figures/path-diagram.ts';
import { pathFigure } from '../../figures/path-figure.ts';
import type { StatisticsInput } from './statistics-input.ts';

const SLOTS: readonly ParadigmSlot[] = [
  'causal',
  'core',
  'context',
  'intervening',
  'strategies',
  'consequences',
];

function isParadigm({ study }: StatisticsInput): boolean {
  return study.paradigm.roles.every(({ key }) => SLOTS.some((slot) => slot === key));
}

export function pathsTitle(input: StatisticsInput): string {
  return input.t(isParadigm(input) ? 'statistics:paths-title' : 'statistics:paths-title-free');
}

export function pathsSvg(input: StatisticsInput, use: 'page' | 'file'): string {
  const { t } = input;
  return pathFigure(
    { id: 'paths', title: pathsTitle(input), description: t('statistics:paths-description'), use },
    {
      nodes: nodesOf(input),
      edges: input.report.hypotheses.map((hypothesis) => edgeOf(input, hypothesis)),
      rightToLeft: t.locale.direction === 'rtl',
    },
  );
}

function nodesOf(input: StatisticsInput): readonly DiagramNode[] {
  const { study, report, labels } = input;
  const ends = new Set(report.hypotheses.flatMap(({ from, to }) => [from, to]));
  const paradigm = isParadigm(input);
  const roleOf = (construct: Construct) =>
    study.categories.find(({ key }) => key === construct.category)?.role ?? '';
  return study.paradigm.roles.flatMap((role): DiagramNode[] => {
    const slot = paradigm ? (role.key as ParadigmSlot) : null;
    const members = study.constructs.filter((construct) => roleOf(construct) === role.key);
    const own = members.filter(({ key }) => ends.has(key));
    // A part that no path mentions still has its place on the paradigm, so that the picture is whole.
    const drawn = ends.has(role.key) || (paradigm && own.length === 0 && members.length > 0);
    return [
      ...(drawn
        ? [{ key: role.key, title: labels.role(role.key), details: roleDetails(input, members), slot }]
        : []),
      ...own.map(({ key }) => ({
        key,
        title: labels.construct(key),
        details: constructDetails(input, key),
        slot,
      })),
    ];
  });
}

function roleDetails(input: StatisticsInput, members: readonly Construct[]): readonly string[] {
  const [only] = members;
  if (only && members.length === 1) return constructDetails(input, only.key);
  return members.map(({ key }) => {
    const construct = input.labels.construct(key);
    const alpha = alphaWords(input, key);
    return alpha === '' ? construct : input.t('statistics:box-construct', { construct, alpha });
  });
}

function constructDetails(input: StatisticsInput, key: string): readonly string[] {
  const count = input.report.constructs.find(({ construct }) => construct === key)?.items ?? 0;
  const construct = input.t('statistics:box-items', { count });
  const alpha = alphaWords(input, key);
  return [alpha === '' ? construct : input.t('statistics:box-construct', { construct, alpha })];
}

function alphaWords({ t, report }: StatisticsInput, key: string): string {
  const alpha = report.constructs.find(({ construct }) => construct === key)?.reliability?.alpha;
  if (alpha === undefined || isNotEstimable(alpha)) return '';
  // Held together, so that a line does not end in "α =".
  return t('statistics:box-alpha', { alpha: formatBounded(alpha, 2, t.locale) }).replaceAll(' ', '\u00A0');
}

function edgeOf({ t }: StatisticsInput, hypothesis: HypothesisReport): DiagramEdge {
  const { estimate, moderates } = hypothesis;
  const known = isNotEstimable(estimate) ? null : estimate;
  const interval = known && !isNotEstimable(known.interval) ? known.interval : null;
  return {
    key: hypothesis.path,
    from: hypothesis.from,
    to: moderates === null ? { node: hypothesis.to } : { edge: moderates },
    value: known ? known.value : null,
    label: known ? formatBounded(known.value, 2, t.locale) : t('statistics:no-value'),
    certain: interval !== null && (interval.lower > 0 || interval.upper < 0),
  };
}
