import { causeFiles } from './cause-files.ts';
import type { CompiledGuide } from './compile.ts';
import type { SourceFile } from './content-files.ts';
import type { Cause, Guide } from './content.ts';
import { languageOf } from './highlight.ts';
import { causeHeadings, guideHeadings, pageSections } from './page-sections.ts';
import { proofsOf, tracesOf } from './records.ts';
import { plainSign } from './sign.ts';

type Compiled = Omit<CompiledGuide, 'markdown'>;
type SectionName = keyof typeof pageSections;

/**
 * A guide as Markdown, for people with a terminal and for programs: the same facts in the same order as the page.
 * The site's call to action and the related guides are the page's own.
 */
export function guideMarkdown(guide: Guide, compiled: Compiled): string {
  const { facts, framework } = guide;
  const blocks = [
    `# ${facts.title}`,
    `${framework.facts.name} (${framework.facts.language}). ${facts.summary}`,
    names(guide),
    ...(Object.keys(pageSections) as SectionName[]).flatMap((name) => sectionBlocks(name, guide, compiled)),
  ];
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`;
}

function sectionBlocks(name: SectionName, guide: Guide, compiled: Compiled): string[] {
  const { facts } = guide;
  const text = (key: keyof Compiled['sections']) => compiled.sections[key].markdown;
  const headed = (key: keyof Compiled['sections'], ...more: string[]) =>
    text(key).trim() ? [`## ${guideHeadings[key].heading}`, text(key), ...more] : [];
  switch (name) {
    case 'which':
      return [`## ${pageSections.which.title}`, whichOne(guide)];
    case 'lead':
      return [text('lead')];
    case 'trace': {
      const shown = guide.causes.find(({ id }) => id === facts.shows);
      const record = shown && tracesOf(shown)[0];
      return [
        `## ${pageSections.trace.title}`,
        ...(record ? [fence(record.trace, 'text')] : []),
        ...headed('trace'),
      ];
    }
    case 'causes':
      return [
        `## ${pageSections.causes.title}`,
        ...guide.causes.flatMap((cause, i) => causeBlocks(guide, cause, compiled.causes[i]!)),
      ];
    case 'ci':
      return headed('ci', codeFile(compiled.ci.name, { path: 'ci.yml', text: guide.ci.text }));
    case 'byHand':
      return headed('byHand', `About ${facts.minutes} minutes.`);
    case 'testing':
    case 'deploying':
      return headed(name);
    case 'questions':
      return [
        `## ${pageSections.questions.title}`,
        ...compiled.questions.flatMap(({ question, answer }) => [`### ${question}`, answer.markdown]),
      ];
    case 'related':
      return facts.related.length === 0
        ? []
        : [
            `## ${pageSections.related.title}`,
            facts.related.map(({ guide: id, because }) => `- \`${id}\`: ${because}`).join('\n'),
          ];
    case 'callToAction':
      return [];
  }
}

function whichOne({ causes }: Guide): string {
  return causes
    .map(({ facts }) => `- \`${plainSign(facts.sign)}\`: ${facts.title}. Fix: ${facts.fix}`)
    .join('\n');
}

function causeBlocks(guide: Guide, cause: Cause, compiled: Compiled['causes'][number]): string[] {
  const { changed, unchanged } = causeFiles(guide, cause);
  const proofs = proofsOf(cause);
  const files = [
    ...changed.flatMap(({ path, broken, fixed }) => [
      ...(broken ? [codeFile(`broken/${path}`, broken)] : []),
      ...(fixed ? [codeFile(`fixed/${path}`, fixed)] : []),
    ]),
    ...unchanged.map((file) => codeFile(file.path, file)),
    ...cause.layers.test.map((file) => codeFile(`test/${file.path}`, file)),
  ];
  return [
    `### ${cause.facts.title}`,
    ...(cause.facts.standIn ? [`In the proof: ${cause.facts.standIn}`] : []),
    compiled.why.markdown,
    ...files,
    `#### ${causeHeadings.fix.heading}`,
    `${cause.facts.fix}`,
    compiled.fix.markdown,
    ...(compiled.wrongFix.markdown.trim()
      ? [`#### ${causeHeadings.wrongFix.heading}`, compiled.wrongFix.markdown]
      : []),
    ...proofs.map(({ date, versions, commands }) => {
      const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
      return `Proved on ${date} with ${list.join(', ')}: \`${commands.broken}\`, then \`${commands.test}\`, red on broken and green on fixed.`;
    }),
  ];
}

function names({ facts }: Guide): string {
  const list = [...facts.exceptions, ...facts.codes].map((name) => `\`${name}\``);
  return `Names: ${list.join(', ')}`;
}

function codeFile(title: string, file: SourceFile): string {
  return `\`${title}\`\n\n${fence(file.encoding ? '(not text)' : file.text, languageOf(file.path))}`;
}

/** A fence longer than any inside of it. */
function fence(code: string, lang: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${lang}\n${code.trimEnd()}\n${ticks}`;
}
