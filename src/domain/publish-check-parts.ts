import type { Fault } from './fault.ts';
import type { Finding, FindingTarget } from './publish-check.ts';
import type { Study } from './study.ts';

const FEWEST_ITEMS = 2;
/** With fewer there is no alpha if an item is dropped. */
const GOOD_ITEMS = 3;
/** More points than this do not fit a phone and measured no better (Revilla, Saris & Krosnick 2014). */
const MOST_POINTS = 7;
const MOST_ON_A_PAGE = 10;
const SECONDS_AN_ITEM = 7;
const MOST_MINUTES = 12;

/** What is missing, left over or too much among the parts of the study. */
export function partsFindings(study: Study): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (
    severity: Finding['severity'],
    target: FindingTarget,
    place: string,
    code: string,
    details: Fault['details'] = {},
  ) => findings.push({ severity, target, place, code, details: { key: target.key, ...details } });

  const whole: FindingTarget = { kind: 'study', key: '' };
  const questions = study.questions ?? [];
  const onPages = new Set(study.pages.flatMap((page) => page.items));
  const itemsOf = (construct: string) => study.items.filter((item) => item.construct === construct).length;

  if (study.items.length === 0) add('blocking', whole, 'items', 'no-items');
  study.constructs.forEach(({ key, scale }, index) => {
    const target: FindingTarget = { kind: 'construct', key };
    const count = itemsOf(key);
    if (count === 0) add('blocking', target, `constructs[${index}]`, 'construct-no-items');
    else if (count < FEWEST_ITEMS) add('blocking', target, `constructs[${index}]`, 'construct-one-item');
    else if (count < GOOD_ITEMS)
      add('remark', target, `constructs[${index}]`, 'construct-few-items', { count });
    const points = study.scales.find((candidate) => candidate.key === scale)?.options.length ?? 0;
    if (points > MOST_POINTS)
      add('remark', target, `constructs[${index}].scale`, 'scale-many-points', { points });
  });
  study.items.forEach(({ key }, index) => {
    if (!onPages.has(key)) add('blocking', { kind: 'item', key }, `items[${index}]`, 'item-on-no-page');
  });
  questions.forEach(({ key }, index) => {
    if (!onPages.has(key))
      add('blocking', { kind: 'question', key }, `questions[${index}]`, 'question-on-no-page');
  });
  study.pages.forEach(({ key, items }, index) => {
    const target: FindingTarget = { kind: 'page', key };
    if (items.length === 0) add('blocking', target, `pages[${index}]`, 'page-empty');
    if (items.length > MOST_ON_A_PAGE) {
      add('remark', target, `pages[${index}]`, 'page-many-items', { count: items.length });
    }
  });

  const shown = study.pages.flatMap((page) => page.items);
  const itemKeys = new Set(study.items.map((item) => item.key));
  const early = questions.find(({ key }) =>
    shown.slice(shown.indexOf(key) + 1).some((later) => onPages.has(key) && itemKeys.has(later)),
  );
  if (early) add('remark', { kind: 'question', key: early.key }, 'pages', 'question-before-items');

  const minutes = Math.ceil((shown.length * SECONDS_AN_ITEM) / 60);
  if (shown.length * SECONDS_AN_ITEM > MOST_MINUTES * 60)
    add('remark', whole, 'items', 'takes-long', { minutes });
  if (study.items.length > 0 && !study.items.some((item) => item.reverse)) {
    add('remark', whole, 'items', 'no-reverse-items');
  }
  const invented = study.items.filter((item) => item.origin === 'made-for-demonstration').length;
  if (invented > 0) add('remark', whole, 'items', 'items-for-demonstration', { count: invented });
  if (Object.values(study.consent.contact ?? {}).every((text) => text.trim() === '')) {
    add('remark', { kind: 'consent', key: '' }, 'consent.contact', 'contact-missing');
  }

  study.categories.forEach(({ key }, index) => {
    if (study.constructs.some((construct) => construct.category === key)) return;
    add('remark', { kind: 'category', key }, `categories[${index}]`, 'category-not-measured');
  });
  study.scales.forEach(({ key }, index) => {
    if (study.constructs.some((construct) => construct.scale === key)) return;
    add('remark', { kind: 'scale', key }, `scales[${index}]`, 'scale-not-used');
  });
  if (study.paths.length === 0) add('remark', whole, 'paths', 'no-paths');
  const measured = measuredEnds(study);
  study.paths.forEach((path, index) => {
    const ends = path.kind === 'direct' ? [path.from, path.to] : [path.from];
    for (const end of ends.filter((key) => !measured.has(key))) {
      add('remark', { kind: 'path', key: path.key }, `paths[${index}]`, 'path-end-not-measured', { end });
    }
  });
  return findings;
}

/** Constructs that have items, and the roles that such constructs belong to. */
function measuredEnds(study: Study): ReadonlySet<string> {
  const constructs = study.constructs.filter((construct) =>
    study.items.some((item) => item.construct === construct.key),
  );
  const roles = constructs.flatMap(
    (construct) => study.categories.find((category) => category.key === construct.category)?.role ?? [],
  );
  return new Set([...constructs.map((construct) => construct.key), ...roles]);
}
