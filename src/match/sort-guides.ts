import type { MatchGuide } from './types.ts';

/** Guides of buckets in the order of one file, by framework and guide: of guides that fit alike, the first is found first. */
export function sortGuides(guides: Iterable<MatchGuide>): MatchGuide[] {
  // A space precedes every character of a name.
  const key = ({ id }: MatchGuide) => id.replace('/', ' ');
  return [...guides].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
