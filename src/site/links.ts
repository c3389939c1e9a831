import { requestUrl } from '../paste/view/guide-request.ts';

/** A path of this site, written from its root, as a link: with the base that the site stands under. */
export function link(path: string): string {
  return path.startsWith('/') ? import.meta.env.BASE_URL.replace(/\/$/, '') + path : path;
}

export const guideLink = (id: string, anchor?: string | null) =>
  link(`/guides/${id}/${anchor ? `#${anchor}` : ''}`);

/** Where a guide's text can be changed; GitHub and what is like it, and GitLab, take HEAD for the main branch. */
export function editLink(repository: string, guide: string): string {
  const root = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  const isGitLab = new URL(root).hostname.split('.').includes('gitlab');
  return `${root}${isGitLab ? '/-' : ''}/edit/HEAD/content/${guide}/guide.mdx`;
}

/** A new issue about a guide, in the site's repository if it has one, with a text to begin with. */
export function reportLink(repository: string, guide: string, text: string): string;
export function reportLink(repository: string | undefined, guide: string, text: string): string | undefined;
export function reportLink(repository: string | undefined, guide: string, text: string): string | undefined {
  return repository && requestUrl(repository, `${guide}: `, text).url;
}
