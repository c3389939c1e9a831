import { stringify } from 'yaml';
import { causeFiles } from './cause-files.ts';
import type { CompiledGuide } from './compile.ts';
import type { SourceFile } from './content-files.ts';
import type { Cause, Guide } from './content.ts';
import { languageOf } from './highlight.ts';
import { formatter } from '../locales/format.ts';
import type { Messages } from '../locales/index.ts';
import { pageSections } from './page-sections.ts';
import { proofsOf, tracesOf } from './records.ts';
import { plainSign } from './sign.ts';

type Compiled = Omit<CompiledGuide, 'markdown'>;
type SectionName = keyof typeof pageSections;

/**
 * A guide as Markdown, for people with a terminal and for programs: first the facts to act on, as YAML; then the same in
 * the same order as the page, with headings in the language of the site. The site's call to action is the page's own.
 * @param url the site's address
 */
export function guideMarkdown(guide: Guide, compiled: Compiled, messages: Messages, url: string): string {
  const { frontmatter, framework } = guide;
  const blocks = [
    `---\n${stringify(facts(guide, url), { lineWidth: 0 })}---`,
    `# ${frontmatter.title}`,
    `${framework.settings.name} (${framework.settings.language}). ${frontmatter.summary}`,
    names(guide, messages),
    ...(Object.keys(pageSections) as SectionName[]).flatMap((name) =>
      sectionBlocks(name, guide, compiled, messages),
    ),
  ];
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`;
}

/** What the front matter says, so that a program can act without reading on. */
function facts({ id, frontmatter, causes }: Guide, url: string) {
  const proofs = causes.flatMap(proofsOf);
  const versions: Record<string, Record<string, string>> = {};
  for (const { environment, proof } of causes.flatMap(({ recorded }) => recorded))
    if (proof) versions[environment] = { ...versions[environment], ...proof.versions };
  const proved = proofs.map(({ date }) => date).sort();
  return {
    id,
    url: `${url.replace(/\/*$/, '/')}guides/${id}/`,
    exceptions: frontmatter.exceptions,
    ...(frontmatter.codes.length > 0 && { codes: frontmatter.codes }),
    causes: causes.map(({ id: cause, frontmatter: { sign, fix } }) => ({
      id: cause,
      sign: plainSign(sign),
      fix,
    })),
    versions,
    ...(proved.length > 0 && { proved: proved.at(-1) }),
    ...(frontmatter.unproved !== undefined && { unproved: frontmatter.unproved }),
  };
}

function sectionBlocks(name: SectionName, guide: Guide, compiled: Compiled, messages: Messages): string[] {
  const { frontmatter } = guide;
  const { sections: titles, markdown: texts } = messages;
  const { plural } = formatter(messages.formats);
  const text = (key: keyof Compiled['sections']) => compiled.sections[key].markdown;
  const headed = (key: keyof Compiled['sections'], title: string, ...more: string[]) =>
    text(key).trim() ? [`## ${title}`, text(key), ...more] : [];
  switch (name) {
    case 'which':
      return [`## ${titles.which}`, whichOne(guide, messages)];
    case 'lead':
      return [text('lead')];
    case 'trace': {
      const shown = guide.causes.find(({ id }) => id === frontmatter.shows);
      const record = shown && tracesOf(shown)[0];
      return [
        `## ${titles.trace}`,
        ...(record ? [fence(record.trace, 'text')] : []),
        ...headed('trace', texts.reading),
      ];
    }
    case 'causes':
      return [
        `## ${titles.causes}`,
        ...guide.causes.flatMap((cause, i) => causeBlocks(guide, cause, compiled.causes[i]!, messages)),
      ];
    case 'ci':
      return headed(
        'ci',
        titles.ci,
        codeFile(compiled.ci.name, { path: 'ci.yml', text: guide.ci.text }, texts.notText),
      );
    case 'byHand':
      return headed('byHand', titles.byHand, plural(texts.minutes, frontmatter.minutes));
    case 'testing':
      return headed(name, texts.testing);
    case 'deploying':
      return headed(name, titles.deploying);
    case 'questions':
      return [
        `## ${titles.questions}`,
        ...compiled.questions.flatMap(({ question, answer }) => [`### ${question}`, answer.markdown]),
      ];
    case 'related':
      return frontmatter.related.length === 0
        ? []
        : [
            `## ${titles.related}`,
            frontmatter.related.map(({ guide: id, because }) => `- \`${id}\`: ${because}`).join('\n'),
          ];
    case 'callToAction':
      return [];
  }
}

function whichOne({ causes }: Guide, { formats, markdown }: Messages): string {
  const { fill } = formatter(formats);
  return causes
    .map(({ frontmatter: { sign, title, fix } }) =>
      fill(markdown.which, { sign: plainSign(sign), title, fix }),
    )
    .map((text) => `- ${text}`)
    .join('\n');
}

function causeBlocks(
  guide: Guide,
  cause: Cause,
  compiled: Compiled['causes'][number],
  { formats, markdown: texts }: Messages,
): string[] {
  const { fill } = formatter(formats);
  const { changed, unchanged } = causeFiles(guide, cause);
  const proofs = proofsOf(cause);
  const files = [
    ...changed.flatMap(({ path, broken, fixed }) => [
      ...(broken ? [codeFile(`broken/${path}`, broken, texts.notText)] : []),
      ...(fixed ? [codeFile(`fixed/${path}`, fixed, texts.notText)] : []),
    ]),
    ...unchanged.map((file) => codeFile(file.path, file, texts.notText)),
    ...cause.layers.test.map((file) => codeFile(`test/${file.path}`, file, texts.notText)),
  ];
  return [
    `### ${cause.frontmatter.title}`,
    ...(cause.frontmatter.standIn ? [fill(texts.inTheProof, { text: cause.frontmatter.standIn })] : []),
    compiled.why.markdown,
    ...files,
    `#### ${texts.fix}`,
    `${cause.frontmatter.fix}`,
    compiled.fix.markdown,
    ...(compiled.wrongFix.markdown.trim() ? [`#### ${texts.wrongFix}`, compiled.wrongFix.markdown] : []),
    ...proofs.map(({ date, versions, commands }) => {
      const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
      return fill(texts.proved, {
        date,
        versions: list.join(', '),
        broken: commands.broken,
        test: commands.test,
      });
    }),
  ];
}

function names({ frontmatter }: Guide, { formats, markdown }: Messages): string {
  const list = [...frontmatter.exceptions, ...frontmatter.codes].map((name) => `\`${name}\``);
  return formatter(formats).fill(markdown.names, { names: list.join(', ') });
}

/** @param notText stands for a file that is no text */
function codeFile(title: string, file: SourceFile, notText: string): string {
  return `\`${title}\`\n\n${fence(file.encoding ? notText : file.text, languageOf(file.path))}`;
}

/** A fence longer than any inside of it. */
function fence(code: string, lang: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${lang}\n${code.trimEnd()}\n${ticks}`;
}
