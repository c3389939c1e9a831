import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePath, headersByPath } from './rules.ts';
import type { HostedSite } from './types.ts';

/** Writes `_headers` and `_redirects` into a built site, which Cloudflare, Netlify and `npm start` read. */
export async function writeHostFiles(dist: string, site: HostedSite): Promise<void> {
  await writeFile(join(dist, '_headers'), headersFile(site));
  await writeFile(join(dist, '_redirects'), redirectsFile(site));
}

/** A path a block, its headers indented below it. */
export function headersFile(site: Pick<HostedSite, 'base' | 'policy'>): string {
  return [...headersByPath(site)]
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${path}\n${lines.join('')}`;
    })
    .join('\n');
}

/** A redirect a line: from, to, status. */
export function redirectsFile({ redirects }: Pick<HostedSite, 'redirects'>): string {
  return redirects
    .map(({ from, to, status }) => `${encodePath(from)} ${encodePath(to)} ${status}\n`)
    .join('');
}

/** Reads what `headersFile` writes. */
export function parseHeaders(text: string): { path: string; name: string; value: string }[] {
  let path = '/*';
  return text.split('\n').flatMap((line) => {
    if (/^\S/.test(line)) path = line.trim();
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    return name && value ? [{ path, name, value }] : [];
  });
}

/** Reads what `redirectsFile` writes. */
export function parseRedirects(text: string): Map<string, { to: string; status: number }> {
  return new Map(
    text
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([from, to, status]) => (from && to ? [[from, { to, status: Number(status) }] as const] : [])),
  );
}

/** Whether a path is one of a rule: the same, or below it where the rule ends in `*`. */
export function isUnder(path: string, rule: string): boolean {
  return rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;
}
