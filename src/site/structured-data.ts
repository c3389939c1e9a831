import type { CompiledGuide } from '../guide/compile.ts';
import type { Site } from '../guide/site-schema.ts';

type Crumb = { name: string; url: string };

/**
 * What a guide's page says to machines, as schema.org names it: TechArticle, BreadcrumbList.
 * @param url the page's canonical address
 * @param proved day of the last proof, `YYYY-MM-DD`
 */
export function guideStructuredData(
  guide: CompiledGuide,
  site: Site,
  url: string,
  proved: string,
  crumbs: Crumb[],
) {
  const publisher = { '@type': 'Organization', name: site.name, url: site.url };
  const article = {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: guide.frontmatter.title,
    description: guide.frontmatter.summary,
    url,
    datePublished: guide.frontmatter.published,
    dateModified: proved,
    inLanguage: guide.frontmatter.language,
    publisher,
    author: publisher,
  };
  return [article, breadcrumbs([...crumbs, { name: guide.frontmatter.title, url }])];
}

/** The site itself, with its search. `search` is the address of the search page. */
export function websiteData(site: Site, search: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    url: site.url,
    description: site.description,
    inLanguage: site.locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={query}` },
      'query-input': 'required name=query',
    },
  };
}

export function breadcrumbs(crumbs: Crumb[]) {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: url,
    })),
  };
}
