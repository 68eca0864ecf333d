import type { Study } from '../domain/study.ts';
import { isNotEstimable } from '../statistics/not-estimable.ts';
import type { AnalysisOptions } from './analysis-options.ts';
import type { ConstructReport } from './construct-report.ts';
import type { ItemReport } from './item-report.ts';
import type { Remark, RemarkWeight } from './remark.ts';
import { threshold } from './thresholds.ts';

export interface RemarkInput {
  readonly study: Study;
  readonly options: AnalysisOptions;
  readonly inAnalysis: number;
  /** Cases left for correlations and hypotheses; under listwise those that are complete in everything. */
  readonly usedInRelations: number;
  readonly constructs: readonly ConstructReport[];
  readonly items: readonly ItemReport[];
  readonly straightliners: number;
}

const order: readonly RemarkWeight[] = ['serious', 'notice', 'information'];

/** Sorted by consequence; within one weight in the order of the codebook. */
export function remarksOf(input: RemarkInput): readonly Remark[] {
  const { inAnalysis } = input;
  if (inAnalysis === 0) return [{ code: 'no-answers', weight: 'serious', numbers: {} }];
  const remarks = [
    ...remarksOfData(input),
    ...input.constructs.flatMap((report) => remarksOfConstruct(report, input)),
    ...remarksOfGaps(input),
    ...remarksOfRoles(input.study),
    ...remarksOfKeys(input),
  ];
  return order.flatMap((weight) => remarks.filter((remark) => remark.weight === weight));
}

function remarksOfData({ inAnalysis, usedInRelations, straightliners }: RemarkInput): Remark[] {
  const remarks: Remark[] = [];
  const lost = inAnalysis - usedInRelations;
  if (lost / inAnalysis > threshold('cases-lost'))
    remarks.push({ code: 'cases-lost', weight: 'notice', numbers: { lost, share: lost / inAnalysis } });
  if (inAnalysis < threshold('few-cases'))
    remarks.push({
      code: 'few-cases',
      weight: 'notice',
      numbers: { n: inAnalysis, needed: threshold('few-cases') },
    });
  if (straightliners > 0)
    remarks.push({ code: 'straightliners', weight: 'notice', numbers: { count: straightliners } });
  return remarks;
}

function remarksOfConstruct(report: ConstructReport, input: RemarkInput): Remark[] {
  const { construct, reliability } = report;
  if (reliability === null) return [{ code: 'formative', weight: 'information', construct, numbers: {} }];
  if (report.items === 1) return [{ code: 'single-item', weight: 'notice', construct, numbers: {} }];
  // Of a handful of people every pattern is an accident; that they are few is said already.
  if (reliability.n < threshold('fewest-cases')) return [];
  const remarks: Remark[] = [];
  const items = input.items.filter((item) => item.construct === construct);
  const { alpha } = reliability;
  for (const item of items) {
    const remark = remarkOfItem(item, alpha);
    if (remark) remarks.push(remark);
  }
  if (!isNotEstimable(alpha)) {
    if (alpha < 0) remarks.push({ code: 'negative-alpha', weight: 'serious', construct, numbers: { alpha } });
    else if (alpha < threshold('low-alpha'))
      remarks.push({ code: 'low-alpha', weight: 'serious', construct, numbers: { alpha } });
    else if (alpha > threshold('high-alpha'))
      remarks.push({ code: 'high-alpha', weight: 'notice', construct, numbers: { alpha } });
  }
  return remarks;
}

/** Constructs whose alpha leaves out many: each by itself when they are few, else in one sentence. */
function remarksOfGaps({ constructs, options }: RemarkInput): Remark[] {
  if (options.missing === 'pairwise') return [];
  const losing = constructs.flatMap(({ construct, reliability }) => {
    const answered = reliability ? reliability.incomplete + reliability.n : 0;
    const lost = reliability?.incomplete ?? 0;
    return lost > threshold('cases-lost') * answered ? [{ construct, lost, share: lost / answered }] : [];
  });
  if (losing.length > 2) {
    const share = Math.max(...losing.map((one) => one.share));
    const numbers = { number: losing.length, share };
    return [{ code: 'cases-lost-constructs', weight: 'notice', numbers }];
  }
  return losing.map(({ construct, lost, share }) => ({
    code: 'cases-lost',
    weight: 'notice',
    construct,
    numbers: { lost, share },
  }));
}

/** The worst thing to say of an item, if there is one. */
function remarkOfItem(report: ItemReport, alpha: ConstructAlpha): Remark | null {
  const { item, construct, itemRest, alphaIfDropped } = report;
  if (report.n > 1 && report.standardDeviation === 0)
    return { code: 'constant-item', weight: 'serious', construct, item, numbers: { n: report.n } };
  if (typeof itemRest !== 'number') return null;
  if (report.suspectedReverse)
    return { code: 'suspected-reverse', weight: 'serious', construct, item, numbers: { itemRest } };
  if (
    typeof alpha === 'number' &&
    typeof alphaIfDropped === 'number' &&
    alphaIfDropped >= alpha + threshold('alpha-gain')
  )
    return {
      code: 'item-lowers-alpha',
      weight: 'notice',
      construct,
      item,
      numbers: { itemRest, alpha, alphaIfDropped },
    };
  if (itemRest < threshold('low-item-rest'))
    return { code: 'low-item-rest', weight: 'notice', construct, item, numbers: { itemRest } };
  return null;
}

type ConstructAlpha = NonNullable<ConstructReport['reliability']>['alpha'];

/** A role's score is a mean of its constructs' scores, which means little when they are on scales of different length. */
function remarksOfRoles(study: Study): Remark[] {
  return study.paradigm.roles.flatMap((role): Remark[] => {
    const categories = study.categories
      .filter((category) => category.role === role.key)
      .map(({ key }) => key);
    const bounds = study.constructs
      .filter(({ category }) => categories.includes(category))
      .map((construct) => {
        const values = study.scales.find(({ key }) => key === construct.scale)?.options ?? [];
        return `${values[0]?.value} ${values.at(-1)?.value}`;
      });
    return new Set(bounds).size > 1
      ? [{ code: 'role-scales-differ', weight: 'notice', role: role.key, numbers: {} }]
      : [];
  });
}

function remarksOfKeys({ study }: RemarkInput): Remark[] {
  const items = study.items.filter(({ reverse }) => reverse).map(({ key }) => key);
  return items.length === 0
    ? []
    : [{ code: 'items-recoded', weight: 'information', items, numbers: { count: items.length } }];
}
