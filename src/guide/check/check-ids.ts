import { join } from 'node:path';
import type { Content } from '../content.ts';
import { contentIds, formerIds } from '../ids.ts';
import type { Report } from './report.ts';

/** `framework/guide` or `framework/guide/cause`. */
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*){1,2}$/;

/**
 * Checks ids.txt, the ledger of every guide and cause ever published: each of today stands in it, and each that is gone
 * is named under `formerly`. A content without the ledger has published nothing yet.
 */
export function checkIds(content: Content, report: Report): void {
  const ledger = join(content.dir, 'ids.txt');
  const today = contentIds(content);
  const former = formerIds(content);
  const lines = content.idLines;
  const listed = new Map(lines?.toReversed().map((id, i) => [id, lines.length - 1 - i]));
  const missing = lines ? [...today].filter((id) => !listed.has(id)) : [];
  if (missing.length > 0) {
    const places = missing.length === 1 ? 'line' : 'lines';
    report.file(
      ledger,
      `must name ${missing.join(', ')}. Add the ${places}; "npx tracebook prove --update" does.`,
    );
  }
  const invalid = content.guides.flatMap(({ id, invalidCauses }) =>
    invalidCauses.map((cause) => `${id}/${cause}`),
  );
  const unreadable = (id: string) =>
    invalid.includes(id) || content.unreadable.some((other) => id === other || id.startsWith(`${other}/`));
  lines?.forEach((id, i) => {
    const line = i + 1;
    if (id === '') return;
    if (!idPattern.test(id)) {
      const message = `must be an id such as "celery/worker-lost-error", found "${id}". One stands on each line: correct it.`;
      report.file(ledger, message, { line });
      return;
    }
    if (listed.get(id)! < i) {
      report.file(ledger, `names "${id}" twice. Remove this line.`, { line });
      return;
    }
    if (today.has(id) || former.has(id) || unreadable(id)) return;
    const where = id.split('/').length === 3 ? 'cause.mdx of the cause' : 'guide.mdx of the guide';
    const message = `names "${id}", which is gone. Ids are permanent: put it under "formerly" in ${where} that took its place.`;
    report.file(ledger, message, { line });
  });
  const owners = Map.groupBy(
    content.guides.flatMap(({ frontmatter }) => [...new Set(frontmatter.formerly)]),
    (id) => id,
  );
  for (const guide of content.guides) {
    guide.frontmatter.formerly.forEach((id, i) => {
      const isTaken = today.has(id);
      if (!isTaken && owners.get(id)!.length === 1) return;
      const message = `must be an id that no guide has or had, found "${id}". Remove it here or there.`;
      report.guide(guide, ['formerly', i], message);
    });
  }
}
