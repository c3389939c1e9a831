import { scan, type Scan } from '../match/scan.ts';
import type { Hit } from '../match/types.ts';
import { decode } from './decode.ts';
import type { GuideSource } from './guide-source.ts';

/** Reads bytes, and keeps of each error the hits that are sure enough. */
export function findErrors(
  bytes: AsyncIterable<Buffer>,
  guides: Pick<GuideSource, 'index'>,
  options: { minConfidence: Hit['confidence'] },
): Promise<Scan> {
  return scanFor(decode(bytes), guides, options);
}

/** Reads a text in pieces, and keeps of each error the hits that are sure enough. */
export async function scanFor(
  chunks: AsyncIterable<string> | Iterable<string>,
  { index }: Pick<GuideSource, 'index'>,
  { minConfidence }: { minConfidence: Hit['confidence'] },
): Promise<Scan> {
  const found = await scan(chunks, index);
  const least = confidences.indexOf(minConfidence);
  const isSure = ({ confidence }: Hit) => confidences.indexOf(confidence) <= least;
  return { ...found, groups: found.groups.map((group) => ({ ...group, hits: group.hits.filter(isSure) })) };
}

/** The surest first. */
export const confidences: Hit['confidence'][] = ['exact', 'likely', 'possible'];
