import { languageOf } from './highlight.ts';
import type { CompiledGuide } from './compile.ts';
import { guideSections, parts, type Guide, type SourceFile } from './content.ts';

/** A guide as Markdown, for people with a terminal and for programs: the same facts in the same order as the page. */
export function guideMarkdown(guide: Guide, compiled: Omit<CompiledGuide, 'markdown'>): string {
  const { facts, framework } = guide;
  const shown = guide.causes.find(({ id }) => id === facts.shows);
  const text = (key: keyof typeof compiled.sections) => compiled.sections[key].markdown;
  const section = (key: Exclude<keyof typeof compiled.sections, 'lead'>, ...more: string[]) => [
    `## ${guideSections[key].heading}`,
    text(key),
    ...more,
  ];
  const blocks = [
    `# ${facts.title}`,
    `${framework.facts.name} (${framework.facts.language}). ${facts.summary}`,
    names(guide),
    text('lead'),
    '## Stack trace',
    fence(shown?.trace ?? '', 'text'),
    ...section('trace'),
    '## Causes',
    ...guide.causes.flatMap((cause, i) => {
      const prose = compiled.causes[i]!;
      return [
        `### ${cause.facts.title}`,
        ...(cause.facts.standIn ? [`In the proof: ${cause.facts.standIn}`] : []),
        prose.why.markdown,
        ...parts.flatMap((part) => cause.files[part].map((file) => codeFile(`${part}/${file.path}`, file))),
        '#### Fix',
        prose.fix.markdown,
        ...(cause.proof
          ? [
              `Proved on ${cause.proof.date}: \`${cause.facts.run}\`, then \`${cause.facts.test}\`, red on broken and green on fixed.`,
            ]
          : []),
      ];
    }),
    ...(text('testing') ? section('testing') : []),
    ...section('ci', codeFile('ci.yml', { path: 'ci.yml', text: guide.ci })),
    ...section('byHand', `About ${facts.minutes} minutes.`),
    ...section('deploying'),
    '## Questions',
    ...compiled.questions.flatMap(({ question, answer }) => [`### ${question}`, answer.markdown]),
  ];
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`;
}

function names({ facts }: Guide): string {
  const list = [...facts.exceptions, ...facts.codes].map((name) => `\`${name}\``);
  return `Names: ${list.join(', ')}`;
}

function codeFile(title: string, file: SourceFile): string {
  return `\`${title}\`\n\n${fence(file.text, languageOf(file.path))}`;
}

/** A fence longer than any inside of it. */
function fence(code: string, lang: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${lang}\n${code.trimEnd()}\n${ticks}`;
}
