import { compileTemplate, fits, normalise } from '../../match/template.ts';
import type { CompiledFacts } from '../compile.ts';
import type { Content, Guide } from '../content.ts';
import { runSettings } from '../layers.ts';
import { pageAnchors, fixAnchor } from '../page-sections.ts';
import { didYouMean } from '../problems.ts';
import { recordFile, tracesOf } from '../records.ts';
import type { Report } from './report.ts';

/** Checks the frontmatter of guide.mdx against its causes and the workflow. */
export function checkGuide(guide: Guide, report: Report): void {
  checkShows(guide, report);
  checkMessages(guide, report);
  checkCommands(guide, report);
  checkSharedFixes(guide, report);
}

function checkSharedFixes(guide: Guide, report: Report): void {
  for (const cause of guide.causes) {
    const others = [...guide.causes.map(({ id }) => id), ...guide.invalidCauses].filter(
      (id) => id !== cause.id,
    );
    for (const id of Object.keys(cause.frontmatter.sharedFix)) {
      if (others.includes(id)) continue;
      const hint = didYouMean(id, others) || ` There is: ${others.join(', ') || 'none'}.`;
      report.cause(cause, ['sharedFix', id], `must name another cause of the guide, found "${id}".${hint}`);
    }
  }
}

function checkShows(guide: Guide, report: Report): void {
  const { shows } = guide.frontmatter;
  const causes = [...guide.causes.map(({ id }) => id), ...guide.invalidCauses];
  if (causes.includes(shows)) return;
  const hint = didYouMean(shows, causes) || ` There is: ${causes.join(', ')}.`;
  report.guide(guide, ['shows'], `names the cause "${shows}", and there is no such folder.${hint}`);
}

/** Makes the check of what guides name as related: each must be another guide of the content. */
export function createRelatedCheck({ guides }: Content, report: Report): (guide: Guide) => void {
  const ids = new Set(guides.map(({ id }) => id));
  return (guide) => checkRelated(ids, guide, report);
}

function checkRelated(ids: ReadonlySet<string>, guide: Guide, report: Report): void {
  const seen = new Set<string>();
  guide.frontmatter.related.forEach(({ guide: id }, i) => {
    const path = ['related', i, 'guide'];
    if (id === guide.id) report.guide(guide, path, 'names the guide itself. Remove it.');
    else if (seen.has(id)) report.guide(guide, path, `names "${id}" twice. Remove one.`);
    else if (!ids.has(id)) {
      const others = [...ids].filter((other) => other !== guide.id);
      report.guide(guide, path, `must name another guide, found "${id}".${didYouMean(id, others)}`);
    }
    seen.add(id);
  });
}

function checkMessages(guide: Guide, report: Report): void {
  const records = guide.causes.flatMap(tracesOf);
  // A template may be of a cause whose trace is missing, which is reported by itself.
  const isComplete = guide.causes.every((cause) => tracesOf(cause).length > 0);
  if (guide.invalidCauses.length > 0 || !isComplete) return;
  guide.frontmatter.messages.forEach(({ text: template, source }, i) => {
    if (source !== undefined) return;
    if (records.some(({ trace }) => fits(compileTemplate(template), normalise(trace)))) return;
    const shown = guide.causes.find(({ id }) => id === guide.frontmatter.shows) ?? guide.causes[0]!;
    const [record] = tracesOf(shown);
    const last = record?.trace.trimEnd().split('\n').at(-1) ?? '';
    const file = record ? recordFile(shown, record, 'trace.txt') : 'trace.txt';
    const found = template.length > 120 ? `${template.slice(0, 100)}…` : template;
    const message = `must fit a recorded trace, such as ${file} (its last line is "${last}"), found "${found}". Copy it from there and put {holes} where values vary; for a text that no environment prints, write { text, source }.`;
    report.guide(guide, ['messages', i], message);
  });
}

/** Every cause has its commands. */
function checkCommands(guide: Guide, report: Report): void {
  for (const cause of guide.causes) {
    const environment = guide.framework.environments[0];
    const settings = environment && runSettings(guide, cause, environment);
    if (!settings || !('missing' in settings)) continue;
    for (const field of settings.missing) {
      const message = `is missing, and neither guide.mdx nor framework.yaml gives it. Add it to one of them.`;
      report.file(`${cause.dir}/cause.mdx`, message, { field });
    }
  }
}

/** Anchors are unique on a page. */
export function checkAnchors(
  guide: Guide,
  compiled: Pick<CompiledFacts, 'questions'> | undefined,
  report: Report,
): void {
  const seen = new Map<string, string>(pageAnchors.map((id) => [id, 'a part of every page']));
  const add = (id: string, what: string, field: string) => {
    const other = seen.get(id);
    if (other) {
      const message = `"${id}" is the id of ${other} and of ${what}. Ids are unique on a page: rename one.`;
      report.guide(guide, [], message, field);
    }
    seen.set(id, what);
  };
  for (const { id, frontmatter } of guide.causes) {
    add(id, `the cause ${id}/`, 'causes');
    add(fixAnchor(id), `the fix of ${id}/`, 'causes');
    for (const former of frontmatter.formerly) add(former, `the former cause of ${id}/`, 'causes');
  }
  for (const { id, question } of compiled?.questions ?? [])
    add(id, `the question "${question}"`, '## Questions');
}
