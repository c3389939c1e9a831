import type { Content } from '../guide/content.ts';
import { basePath } from '../guide/load-content.ts';
import type { HostedSite, Redirect } from '../hosts/types.ts';
import { shortNames } from './names.ts';
import { contentSecurityPolicy } from './policy.ts';

/** What hosts must know of a site: with the redirects of its base without the slash, renamed guides and their twins, short names. */
export function hostedSite({ site, guides }: Pick<Content, 'site' | 'guides'>): HostedSite {
  const base = basePath(site.url);
  const moved = guides.flatMap(({ id, frontmatter: { formerly } }) =>
    formerly.flatMap((former): Redirect[] => [
      { from: `${base}guides/${former}/`, to: `${base}guides/${id}/`, status: 301 },
      { from: `${base}guides/${former}.md`, to: `${base}guides/${id}.md`, status: 301 },
    ]),
  );
  const named = guides.map(({ id, frontmatter: { exceptions, codes } }) => ({ id, exceptions, codes }));
  const short = shortNames(named).flatMap(({ slug, guides: [guide, other] }): Redirect[] =>
    guide && !other ? [{ from: `${base}e/${slug}/`, to: `${base}guides/${guide.id}/`, status: 302 }] : [],
  );
  const root: Redirect[] = base === '/' ? [] : [{ from: base.slice(0, -1), to: base, status: 301 }];
  return {
    hostname: new URL(site.url).hostname,
    base,
    policy: contentSecurityPolicy(site.otherSites),
    isCompressed: site.compress,
    redirects: [...root, ...moved, ...short],
  };
}
