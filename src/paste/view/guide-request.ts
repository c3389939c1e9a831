import { fill } from '../../locales/own/format.ts';
import { request } from '../../locales/own/request.ts';
import type { ErrorSummary } from '../worker/summary.ts';
import { redact } from '../redact/redact.ts';
import { languageName } from '../../trace/languages.ts';
import { shorten } from './format.ts';

/** Servers refuse longer addresses. */
const MOST_URL = 6000;
const MOST_LINES = 12;

/** What a request for a guide says: the parsed summary of an error, masked. The reader sees and edits it first. */
export function requestText(summary: ErrorSummary): string {
  const { root, chain, ownFiles, packages } = summary;
  const wrapped = chain.slice(0, -1).map(({ type }) => type);
  const rows = [
    [request.type, root.type],
    [request.code, root.code],
    [request.message, root.message.split('\n').slice(0, MOST_LINES).join('\n  ')],
    [request.reportedAs, wrapped.join(request.nextType)],
    [request.language, languageName(summary.language)],
    [request.files, ownFiles.map(shortFile).join(', ')],
    [request.packages, packages.join(', ')],
  ] as const;
  const facts = rows.flatMap(([text, value]) => (value ? fill(text, { value }) : []));
  return redact(facts.join('\n'));
}

/** The title of a request, masked. */
export function requestTitle(summary: ErrorSummary): string {
  const { type, code } = summary.root;
  const title = fill(request.title, { name: code ?? type, language: languageName(summary.language) });
  return redact(shorten(title, 120));
}

/**
 * The address of a repository's page for a new issue, filled in; nothing is sent until somebody opens it.
 * Knows GitHub and what is like it (Codeberg, Gitea, Forgejo), and GitLab. Too long a body is cut.
 * @param repository `https://…`, as in site.yaml
 */
export function requestUrl(repository: string, title: string, body: string): { url: string; isCut: boolean } {
  const root = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  const isGitLab = new URL(root).hostname.split('.').includes('gitlab');
  const [path, titleName, bodyName] = isGitLab
    ? ['/-/issues/new', 'issue[title]', 'issue[description]']
    : ['/issues/new', 'title', 'body'];
  const address = (text: string) =>
    `${root}${path}?${new URLSearchParams({ [titleName!]: title, [bodyName!]: text }).toString()}`;
  let text = body;
  while (text !== '' && address(text).length > MOST_URL) {
    const over = address(text).length - MOST_URL;
    text = text.slice(0, Math.max(0, text.length - Math.ceil(over / 9) - 1));
  }
  // A pair of code units must not be cut in two.
  if (/[\uD800-\uDBFF]$/.test(text)) text = text.slice(0, -1);
  return { url: address(text), isCut: text !== body };
}

/** The last two parts of a path: enough to see what kind of file it is. */
function shortFile(file: string): string {
  return file.split(/[\\/]/).slice(-2).join('/');
}
