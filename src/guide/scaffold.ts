import type { Trace } from '../trace/types.ts';
import type { SourceFile } from './content-files.ts';
import { guideHeadings } from './page-sections.ts';
import { runtimeFor, starts, type RuntimeStart } from './runtime-starts.ts';
import { template } from './schema-fields.ts';

/** What a new guide is made of. */
export type ScaffoldRequest = {
  framework: string;
  guide: string;
  causes: string[];
  /** The runtime of a framework that is there; absent for a new one. */
  runtime?: string | undefined;
  /** Whether the framework's folder has a workflow. */
  hasWorkflow: boolean;
  /** The error of a pasted trace, whose facts are filled in. */
  trace?: Trace | undefined;
  /** Today, `YYYY-MM-DD`. */
  date: string;
};

function startFor({ runtime, trace }: ScaffoldRequest): RuntimeStart & { runtime: string } {
  const id = runtime ?? runtimeFor(trace?.language) ?? 'python';
  return { ...(starts[id] ?? starts['python']!), runtime: id };
}

/**
 * The files of a new guide, and of its framework when that is new. What an author must write says `TODO:`, which the
 * check reports line by line.
 * @returns files with paths below the content folder
 */
export function scaffoldGuide(request: ScaffoldRequest): SourceFile[] {
  const start = startFor(request);
  const { framework, guide, causes } = request;
  const inGuide = (path: string, text: string) => ({ path: `${framework}/${guide}/${path}`, text });
  return [
    ...(request.runtime === undefined ? frameworkFiles(request, start) : []),
    ...(request.hasWorkflow ? [] : [{ path: ciPath(request), text: workflowText(start) }]),
    inGuide('guide.mdx', guideText(request)),
    ...causes.flatMap((cause, i) => [
      inGuide(`${cause}/cause.mdx`, causeText(request, cause, i)),
      ...['broken', 'fixed'].map((side) =>
        inGuide(`${cause}/${side}/${start.program}`, programText(side, start)),
      ),
      inGuide(
        `${cause}/test/${start.testFile}`,
        comment(start, 'TODO: a test that is red on broken and green on fixed'),
      ),
    ]),
  ];
}

function frameworkFiles(
  { framework, trace }: ScaffoldRequest,
  start: RuntimeStart & { runtime: string },
): SourceFile[] {
  const { id, locks } = start.environment!;
  const yaml = `name: ${framework[0]!.toUpperCase()}${framework.slice(1)}
language: ${trace && trace.language !== 'unknown' ? trace.language : start.language}
summary: "TODO: what it is, in one sentence"
packages: []
runtime: ${start.runtime}
environments: ["${id}"]
run: ${start.run}
test: ${start.test}
`;
  return [
    { path: `${framework}/framework.yaml`, text: yaml },
    ...Object.entries(locks).map(([name, text]) => ({
      path: `${framework}/environments/${id}/${name}`,
      text,
    })),
  ];
}

/** A new framework gets a workflow for all its guides, a guide of another one its own. */
function ciPath({ framework, guide, runtime }: ScaffoldRequest): string {
  return runtime === undefined ? `${framework}/ci.yml` : `${framework}/${guide}/ci.yml`;
}

function workflowText(start: RuntimeStart): string {
  return `name: Tests
on: [push, pull_request]

permissions:
  contents: read

jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
      - run: ${start.test}
`;
}

function guideText({ guide, causes, trace, date }: ScaffoldRequest): string {
  const root = trace?.exceptions[trace.root];
  const title = root ? headline(root.type, root.message) : 'TODO: the error as people search for it';
  const messages = root?.message ? usableTemplates(firstLine(root.message)) : [];
  const frontmatter = [
    `title: ${quote(title)}`,
    'summary: "TODO: what happened and what to do, in one or two sentences"',
    `exceptions: [${quote(root?.type || `TODO: the name of ${guide}`)}]`,
    `messages: [${messages.map(quote).join(', ')}]`,
    `codes: [${root?.code ? quote(root.code) : ''}]`,
    `published: ${date}`,
    `shows: ${causes[0]}`,
    'minutes: 30',
  ];
  const hints: Record<string, string> = {
    lead: 'TODO: what this error means, who raises it, and what to look at first.',
    trace: `TODO: how to read the trace. Then a note for each line that says something.

<Note at="${messages.length > 0 ? escapeAttribute(firstLine(root!.message).slice(0, 40)) : 'TODO: part of one line'}">
TODO: what this line says.
</Note>`,
    ci: `TODO: how the fix and its test get into the repository.

\`\`\`bash
git switch -c fix-${guide}
git add --all
git commit -m "TODO: what the fix does"
git push -u origin fix-${guide}
\`\`\``,
    byHand: '1. TODO: the whole process, step by step, as somebody does it for the first time.',
    deploying: 'TODO: what to watch when the fix goes out.',
    questions: '### TODO: a question that people ask in threads?\n\nTODO: its answer.',
  };
  const body = Object.entries(guideHeadings).flatMap(([key, { heading, optional }]) => {
    if (optional) return [];
    return heading ? [`## ${heading}`, hints[key]!] : [hints[key]!];
  });
  return `---\n${frontmatter.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}

function causeText({ trace }: ScaffoldRequest, cause: string, place: number): string {
  const root = place === 0 ? trace?.exceptions[trace.root] : undefined;
  const words = root?.message ? firstLine(root.message) : undefined;
  const [known] = words ? usableTemplates(words) : [];
  return `---
title: "TODO: ${cause} in a few words"
short: ${quote(cause.replaceAll('-', ' ').slice(0, 22))}
sign: ${quote(words ? `**${words}**` : 'TODO: the words of the trace that tell this cause, the deciding ones in **')}
fix: "TODO: the remedy in one sentence."
order: ${place + 1}
signals:
  - message: ${quote(known ?? 'TODO: words that only the trace of this cause has')}
---

TODO: why it happens.

## Fix

TODO: why the fix works.
`;
}

function programText(side: string, start: RuntimeStart): string {
  const task = side === 'broken' ? 'the smallest program that fails as yours did' : 'the same program, fixed';
  return comment(start, `TODO: ${task}`);
}

function comment({ comment }: RuntimeStart, text: string): string {
  return `${comment}${text}\n`;
}

function headline(type: string, message: string): string {
  const name = type.split('.').at(-1)!;
  return message
    ? `${name}: ${withHoles(firstLine(message)).replaceAll(/\{value\d*\}/g, '…')}`.slice(0, 120)
    : name;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.trim();
}

/** A message as a template, or none when its values are all that it says. */
function usableTemplates(message: string): string[] {
  const text = withHoles(message);
  return template.safeParse(text).success ? [text] : [];
}

/** Values that differ from paste to paste become holes: quoted text, numbers, paths. */
function withHoles(message: string): string {
  let count = 0;
  const hole = () => (count++ === 0 ? '{value}' : `{value${count}}`);
  return message
    .replaceAll(/[{}]/g, ' ')
    .replaceAll(/(["'`])(?:(?!\1).)+\1/g, (_, mark: string) => `${mark}${hole()}${mark}`)
    .replaceAll(/\b\d[\d.:]*\b/g, hole);
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('"', '&quot;');
}
