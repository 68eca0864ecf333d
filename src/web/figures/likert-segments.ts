/** centred: half of the middle option on each side of 0. aside: the middle option in a column of its own. full: 0 to 100 %. */
export type LikertMode = 'centred' | 'aside' | 'full';

export const LIKERT_MODES: readonly LikertMode[] = ['centred', 'aside', 'full'];

export interface LikertSegment {
  readonly option: number;
  /** 0 … 1 of the item's answers. */
  readonly share: number;
  /** Where the segment begins, as a share to the side of 0; the middle option of 'aside' begins at 0 of its own column. */
  readonly start: number;
  readonly place: 'bar' | 'aside';
}

/** Segments in the order of the options, touching each other and never overlapping; none when nobody answered. */
export function likertSegments(counts: readonly number[], mode: LikertMode): readonly LikertSegment[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return [];
  const shares = counts.map((count) => count / n);
  const side = Math.floor(counts.length / 2);
  const middle = counts.length % 2 === 1 ? shares[side]! : 0;
  const below = shares.slice(0, side).reduce((sum, share) => sum + share, 0);
  let at = mode === 'full' ? 0 : mode === 'centred' ? -below - middle / 2 : -below;
  return shares.map((share, option): LikertSegment => {
    if (mode === 'aside' && counts.length % 2 === 1 && option === side)
      return { option, share, start: 0, place: 'aside' };
    const segment: LikertSegment = { option, share, start: at, place: 'bar' };
    at += share;
    return segment;
  });
}
