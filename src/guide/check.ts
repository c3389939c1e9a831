import { join } from 'node:path';
import { compileTemplate, fits, normalise } from '../match/template.ts';
import { identify } from '../match/identify.ts';
import { matchIndex } from './index.ts';
import { inputsHash } from './inputs.ts';
import type { CompiledGuide } from './compile.ts';
import { didYouMean, type Problem } from './problems.ts';
import { type Cause, type Content, type Guide } from './read.ts';
import { fileName } from './reader.ts';
import { anchor } from './sections.ts';

/** Anchors of a guide's page that are not causes or questions. */
const pageAnchors = [
  'trace',
  'causes',
  'testing',
  'ci',
  'by-hand',
  'deploying',
  'questions',
  'call',
  'related',
  'main',
];
/** Pages of the site that are not guides. */
const sitePages = [
  '/',
  '/guides/',
  '/exceptions/',
  '/match/',
  '/search/',
  '/rss.xml',
  '/llms.txt',
  '/guides.json',
];

/**
 * What is wrong between files: the schema and the MDX of each are right already.
 * @param compiled the compiled guides by id; a guide that is not there is checked all the same, without its links
 */
export function checkContent(
  content: Content,
  compiled: ReadonlyMap<string, { value: CompiledGuide }>,
): Problem[] {
  const check = new Check(content);
  const index = matchIndex(content);
  for (const guide of content.guides) {
    checkFacts(check, guide);
    checkAnchors(check, guide, compiled.get(guide.id)?.value);
    for (const cause of guide.causes) {
      checkProof(check, guide, cause);
      checkMatch(check, guide, cause, index);
    }
    for (const { file, line, url } of compiled.get(guide.id)?.value.references ?? []) {
      const wrong = check.wrongLink(url, guide);
      if (wrong) check.problems.push({ file, line, field: `link "${url}"`, message: wrong });
    }
  }
  checkSite(check);
  return check.problems;
}

function checkFacts(check: Check, guide: Guide): void {
  const { facts } = guide;
  const causes = [...guide.causes.map(({ id }) => id), ...guide.unread];
  if (!causes.includes(facts.shows)) {
    check.guide(
      guide,
      ['shows'],
      `names the cause "${facts.shows}", and there is no such folder.${didYouMean(facts.shows, causes) || ` There is: ${causes.join(', ')}.`}`,
    );
  }
  facts.related.forEach((id, i) => {
    if (!check.guideIds.has(id) || id === guide.id) {
      check.guide(
        guide,
        ['related', i],
        `must name another guide, found "${id}".${didYouMean(id, check.guideIds)}`,
      );
    }
  });
  facts.formerly.forEach((id, i) => {
    if (!check.guideIds.has(id) && check.formerIds.filter((other) => other === id).length === 1) return;
    check.guide(
      guide,
      ['formerly', i],
      `must be an id that no guide has or had, found "${id}". Remove it here or there.`,
    );
  });
  facts.messages.forEach((template, i) => {
    const traces = guide.causes.flatMap(({ trace }) => trace ?? []);
    if (
      guide.unread.length > 0 ||
      traces.length === 0 ||
      traces.some((trace) => fits(compileTemplate(template), normalise(trace)))
    )
      return;
    const shown = guide.causes.find(({ id }) => id === facts.shows) ?? guide.causes[0]!;
    const last = shown.trace?.trimEnd().split('\n').at(-1) ?? '';
    check.guide(
      guide,
      ['messages', i],
      `must fit a recorded trace, such as ${shown.id}/trace.txt (its last line is "${last}"), found "${template}". Copy it from trace.txt and put {holes} where values vary.`,
    );
  });
  for (const cause of guide.causes) {
    if (guide.ci.includes(cause.facts.test)) continue;
    check.file(
      join(guide.dir, 'ci.yml'),
      `must run the command that proves ${cause.id}, "${cause.facts.test}". Add it as a step.`,
    );
  }
}

function checkAnchors(check: Check, guide: Guide, compiled: CompiledGuide | undefined): void {
  const seen = new Map(pageAnchors.map((id) => [id, 'a part of every page']));
  const add = (id: string, what: string, field: string) => {
    const other = seen.get(id);
    if (other)
      check.guide(
        guide,
        [],
        `"${id}" is the id of ${other} and of ${what}. Ids are unique on a page: rename one.`,
        field,
      );
    seen.set(id, what);
  };
  for (const { id } of guide.causes) add(id, `the cause ${id}/`, 'causes');
  for (const { id, question } of compiled?.questions ?? [])
    add(id, `the question "${question}"`, '## Questions');
}

function checkProof(check: Check, guide: Guide, cause: Cause): void {
  const again = `Run: npm run prove -- ${guide.id}/${cause.id} --update`;
  if (cause.trace === undefined || !cause.proof) {
    const missing = cause.trace === undefined ? 'trace.txt' : 'proof.json';
    check.file(join(cause.dir, missing), `must be there, written by a proof, and is not. ${again}`);
  } else if (cause.proof.inputs !== inputsHash(guide.framework, cause)) {
    check.file(
      join(cause.dir, 'proof.json'),
      `is of other code: a file of the cause or the framework's lock has changed since ${cause.proof.date}. ${again}`,
    );
  }
}

function checkMatch(check: Check, guide: Guide, cause: Cause, index: ReturnType<typeof matchIndex>): void {
  if (cause.trace === undefined) return;
  const { found } = identify(cause.trace, index);
  if (found === `${guide.id}/${cause.id}`) return;
  const advice =
    'Make exceptions and messages of guide.mdx, or signals of cause.mdx, fit this trace and no other.';
  check.file(
    join(cause.dir, 'trace.txt'),
    `must lead to ${guide.id}/${cause.id} first, found ${found ?? 'no guide'}. ${advice}`,
  );
}

function checkSite(check: Check): void {
  const { navigation, callToAction } = check.content.site;
  const links = [...navigation, ...(callToAction ? [callToAction.button] : [])];
  for (const { href } of links) {
    const wrong = check.wrongLink(href);
    if (wrong) check.file(join(check.content.dir, 'site.yaml'), wrong, `link "${href}"`);
  }
}

/** What checks share: the content, the ids in it, and the problems found. */
class Check {
  readonly problems: Problem[] = [];
  readonly content: Content;
  readonly guideIds: Set<string>;
  readonly formerIds: string[];
  readonly #pages: Set<string>;

  constructor(content: Content) {
    this.content = content;
    this.guideIds = new Set(content.guides.map(({ id }) => id));
    this.formerIds = content.guides.flatMap(({ facts }) => facts.formerly);
    const frameworks = content.frameworks.map(({ id }) => `/guides/${id}/`);
    this.#pages = new Set([...sitePages, ...frameworks, ...[...this.guideIds].map((id) => `/guides/${id}/`)]);
  }

  file(path: string, message: string, field?: string): void {
    this.problems.push({ file: fileName(join(this.content.dir, '..'), path), field, message });
  }

  guide(guide: Guide, path: PropertyKey[], message: string, field?: string): void {
    const file = fileName(join(this.content.dir, '..'), join(guide.dir, 'guide.mdx'));
    const name =
      field ??
      path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
    this.problems.push({
      file,
      line: path.length > 0 ? guide.lineOf(path) : undefined,
      field: name,
      message,
    });
  }

  /** Why a link leads nowhere, or undefined when it leads somewhere or out of the site. */
  wrongLink(url: string, from?: Guide): string | undefined {
    if (/^(https?|mailto):/.test(url)) return undefined;
    const [page, id] = url.split('#');
    if (page && !this.#pages.has(page)) {
      const hint = didYouMean(page, this.#pages);
      return `leads to no page of this site.${hint} Write it from the root, as in "/guides/celery/".`;
    }
    const target = page ? this.content.guides.find((guide) => `/guides/${guide.id}/` === page) : from;
    if (!id || !target) return undefined;
    const ids = [
      ...pageAnchors,
      ...target.causes.map((cause) => cause.id),
      ...target.unread,
      ...questionIds(target),
    ];
    return ids.includes(id)
      ? undefined
      : `leads to "#${id}", which is not on that page.${didYouMean(id, ids)}`;
  }
}

function questionIds(guide: Guide): string[] {
  return [...guide.sections.questions.markdown.matchAll(/^### (.+)$/gm)].map(([, heading]) =>
    anchor(heading!),
  );
}
