/** The list with the element at `from` standing at `to`; positions outside the list mean its ends. */
export function moveTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = [...list];
  const [moved] = rest.splice(from, 1);
  if (moved === undefined) return list;
  rest.splice(Math.max(0, Math.min(list.length - 1, to)), 0, moved);
  return rest;
}

/** Reorders the elements of a group among the places that the group holds; all others keep their place. */
export function moveWithinGroup<T extends { readonly key: string }>(
  list: readonly T[],
  inGroup: (element: T) => boolean,
  key: string,
  position: number,
): readonly T[] {
  const group = list.filter(inGroup);
  const from = group.findIndex((element) => element.key === key);
  if (from < 0) return list;
  const ordered = moveTo(group, from, position)[Symbol.iterator]();
  return list.map((element) => (inGroup(element) ? (ordered.next().value as T) : element));
}
