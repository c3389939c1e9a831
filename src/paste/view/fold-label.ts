import type { Formatter } from '../../locales/format.ts';
import type { Messages } from '../../locales/index.ts';
import type { Fold } from './listing.ts';

/** More owners are only counted as others. */
const MOST_OWNERS = 2;

/** `1 frame in billiard: mark_as_worker_lost, pool.py:1367`, `5 frames in celery and billiard`. */
export function foldLabel(
  { frames, owners, detail }: Fold,
  texts: Messages['listing'],
  { fill, list, plural }: Formatter,
): string {
  const names = owners.map((owner) => (typeof owner === 'string' ? owner : texts[owner.origin]));
  const where =
    names.length > MOST_OWNERS
      ? fill(texts.others, { owners: names.slice(0, MOST_OWNERS).join(', ') })
      : list(names);
  const label = plural(texts.frames, frames, { owners: where });
  return detail === undefined ? label : fill(texts.frameDetail, { frames: label, detail });
}
