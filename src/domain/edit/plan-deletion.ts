import type { Key, Study } from '../study.ts';
import { removeLanguage } from './edit-languages.ts';

export type PartKind =
  | 'role'
  | 'category'
  | 'scale'
  | 'construct'
  | 'item'
  | 'question'
  | 'page'
  | 'path'
  | 'language';

export interface Part {
  readonly kind: PartKind;
  readonly key: Key;
}

/**
 * What a deletion does. A part takes along what exists only because of it: a category its constructs, a construct its items and
 * the paths it is an end of, a direct path the paths that moderate it. It is refused where something else merely uses the
 * part and must first be given another: a role with categories or paths, a scale of a construct, the last language or page.
 */
export interface Deletion {
  readonly removed: readonly Part[];
  readonly blockedBy: readonly Part[];
  /** The study without them; the study as it was when blocked. */
  readonly study: Study;
}

/** Null when the study has no such part. */
export function planDeletion(study: Study, target: Part): Deletion | null {
  if (!listOf(study, target.kind).includes(target.key)) return null;
  const blockedBy = blockersOf(study, target);
  if (blockedBy.length > 0) return { removed: [], blockedBy, study };
  if (target.kind === 'language')
    return { removed: [target], blockedBy, study: removeLanguage(study, target.key) };
  if (target.kind === 'page') return { removed: [target], blockedBy, study: withoutPage(study, target.key) };
  const removed = withDependents(study, target);
  return { removed, blockedBy, study: without(study, removed) };
}

function listOf(study: Study, kind: PartKind): readonly Key[] {
  if (kind === 'language') return study.languages;
  const lists = {
    role: study.paradigm.roles,
    category: study.categories,
    scale: study.scales,
    construct: study.constructs,
    item: study.items,
    question: study.questions ?? [],
    page: study.pages,
    path: study.paths,
  };
  return lists[kind].map((part) => part.key);
}

function blockersOf(study: Study, { kind, key }: Part): readonly Part[] {
  if (kind === 'role')
    return [
      ...parts(
        'category',
        study.categories.filter((category) => category.role === key),
      ),
      ...parts(
        'path',
        study.paths.filter((path) => isEnd(path, key)),
      ),
    ];
  if (kind === 'scale') {
    const users = parts(
      'construct',
      study.constructs.filter((construct) => construct.scale === key),
    );
    return users.length === 0 && study.scales.length === 1 ? [{ kind, key }] : users;
  }
  if (kind === 'language' && study.languages.length === 1) return [{ kind, key }];
  const page = kind === 'page' ? study.pages.find((candidate) => candidate.key === key) : undefined;
  return page && study.pages.length === 1 && page.items.length > 0 ? [{ kind: 'page', key }] : [];
}

function withDependents(study: Study, target: Part): readonly Part[] {
  const removed = [target];
  const add = (kind: PartKind, list: ReadonlyArray<{ readonly key: Key }>) => {
    for (const part of parts(kind, list))
      if (!removed.some((other) => other.kind === kind && other.key === part.key)) removed.push(part);
  };
  const has = (kind: PartKind, key: Key) => removed.some((part) => part.kind === kind && part.key === key);
  add(
    'construct',
    study.constructs.filter((construct) => has('category', construct.category)),
  );
  add(
    'item',
    study.items.filter((item) => has('construct', item.construct)),
  );
  add(
    'path',
    study.paths.filter((path) => removed.some((part) => part.kind === 'construct' && isEnd(path, part.key))),
  );
  add(
    'path',
    study.paths.filter((path) => path.kind === 'moderates' && has('path', path.path)),
  );
  return removed;
}

function without(study: Study, removed: readonly Part[]): Study {
  const gone = (kind: PartKind, key: Key) => removed.some((part) => part.kind === kind && part.key === key);
  const keep = <T extends { readonly key: Key }>(kind: PartKind, list: readonly T[]) =>
    list.filter((part) => !gone(kind, part.key));
  const shown = (key: Key) => !gone('item', key) && !gone('question', key);
  const { questions, ...rest } = study;
  const kept = questions ? keep('question', questions) : [];
  return {
    ...rest,
    paradigm: {
      ...study.paradigm,
      roles: keep('role', study.paradigm.roles),
      relations: study.paradigm.relations.filter(({ from, to }) => !gone('role', from) && !gone('role', to)),
    },
    categories: keep('category', study.categories),
    scales: keep('scale', study.scales),
    constructs: keep('construct', study.constructs),
    items: keep('item', study.items),
    ...(kept.length > 0 ? { questions: kept } : {}),
    // A page that loses its last item goes too; a page that was empty before is somebody's work in progress and stays.
    pages: study.pages
      .map((page) => ({ before: page.items.length, page: { ...page, items: page.items.filter(shown) } }))
      .filter(({ before, page }) => before === 0 || page.items.length > 0)
      .map(({ page }) => page),
    paths: keep('path', study.paths),
  };
}

/** Its items go to the page before it, or to the next if it is the first. */
function withoutPage(study: Study, key: Key): Study {
  const at = study.pages.findIndex((page) => page.key === key);
  const orphans = study.pages[at]?.items ?? [];
  const heir = at > 0 ? at - 1 : at + 1;
  const pages = study.pages
    .map((page, index) => {
      if (index !== heir) return page;
      return { ...page, items: at > 0 ? [...page.items, ...orphans] : [...orphans, ...page.items] };
    })
    .filter((page) => page.key !== key);
  return { ...study, pages };
}

function parts(kind: PartKind, list: ReadonlyArray<{ readonly key: Key }>): readonly Part[] {
  return list.map(({ key }) => ({ kind, key }));
}

function isEnd(path: Study['paths'][number], key: Key): boolean {
  return path.from === key || (path.kind === 'direct' && path.to === key);
}
