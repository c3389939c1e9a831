import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/site/project.ts';

/** An element's opening tag, with its attributes as they are read, entities and all. */
export type Tag = { name: string; attributes: Record<string, string> };

/** A built page, read from dist/ without a browser. */
export type BuiltPage = { file: string; html: string; tags: Tag[] };

export const dist = join(projectRoot, 'dist');

/** Every HTML file of dist/. */
export function builtFiles(): string[] {
  return globSync('**/*.html', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

export function readPage(file: string): BuiltPage {
  const html = readFileSync(join(dist, file), 'utf8');
  // What a script holds is no HTML.
  const tags = [...html.replace(/(<script\b[^>]*>)[^]*?<\/script>/g, '$1').matchAll(TAG)];
  return {
    file,
    html,
    tags: tags.map(([, name, rest]) => ({ name: name!, attributes: readAttributes(rest!) })),
  };
}

/** `<a href="/x" hidden>`; a value may hold `>`. */
const TAG = /<([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s"'>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(
    found.map(([, name, double, single, bare]) => [name!, decode(double ?? single ?? bare ?? '')]),
  );
}

const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name: string) =>
    code ? String.fromCodePoint(Number(code)) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name]!,
  );
