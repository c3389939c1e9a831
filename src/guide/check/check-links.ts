import { join } from 'node:path';
import type { CompiledFacts } from '../compile.ts';
import type { CompiledPage } from '../compile-page.ts';
import type { Content, Guide } from '../content.ts';
import { fixAnchor, pageAnchors } from '../page-sections.ts';
import { didYouMean } from '../problems.ts';
import { anchor } from '../sections.ts';
import type { SitePage } from '../site-parts.ts';
import type { Report } from './report.ts';

/** Pages of the site that are not guides. */
const sitePages = [
  '/',
  '/guides/',
  '/exceptions/',
  '/match/',
  '/search/',
  '/rss.xml',
  '/llms.txt',
  '/guides.json',
];

type Compiled = ReadonlyMap<string, Pick<CompiledFacts, 'questions'>>;

/** Makes the checks of links, which share the addresses of all pages. */
export function createLinkCheck(content: Content, compiled: Compiled, report: Report) {
  const guides = new Map(content.guides.map((guide) => [`/guides/${guide.id}/`, guide]));
  const frameworks = content.frameworks.map(({ id }) => `/guides/${id}/`);
  const ownPages = new Map(content.pages.map((page) => [`/${page.id}/`, page]));
  const pages = new Set([...sitePages, ...frameworks, ...guides.keys(), ...ownPages.keys()]);

  /** Why a link leads nowhere, or undefined when it leads somewhere or out of the site. */
  function wrongLink(url: string, from?: Guide | SitePage): string | undefined {
    if (/^https?:/.test(url))
      return URL.canParse(url) ? undefined : 'is no address. Write it whole, as in "https://example.org/".';
    if (/^mailto:.+@/.test(url)) return undefined;
    if (url === '' || url === '#') return 'leads nowhere. Write an address, or no link.';
    const [page, id] = url.split('#');
    if (page && !pages.has(page)) {
      const hint = didYouMean(page, pages);
      return `leads to no page of this site.${hint} Write it from the root, as in "/guides/celery/".`;
    }
    const target = page ? (guides.get(page) ?? ownPages.get(page)) : from;
    if (!id || !target) return undefined;
    const ids = anchorsOf(target, compiled);
    return ids.includes(id)
      ? undefined
      : `leads to "#${id}", which is not on that page.${didYouMean(id, ids)}`;
  }

  return {
    checkGuide(guide: Guide, { references }: Pick<CompiledFacts, 'references'>): void {
      for (const { file, line, url } of references) {
        const wrong = wrongLink(url, guide);
        if (wrong) report.problems.push({ file, line, field: `link "${url}"`, message: wrong });
      }
    },
    checkPages(compiled: CompiledPage[]): void {
      for (const { id, references } of compiled) {
        for (const { file, line, url } of references) {
          const wrong = wrongLink(url, ownPages.get(`/${id}/`));
          if (wrong) report.problems.push({ file, line, field: `link "${url}"`, message: wrong });
        }
      }
    },
    checkSite(): void {
      const { navigation, footer, callToAction } = content.site;
      const links = [...navigation, ...(footer?.links ?? []), ...(callToAction ? [callToAction.button] : [])];
      for (const { href } of links) {
        const wrong = wrongLink(href);
        if (wrong) report.file(join(content.dir, 'site.yaml'), wrong, { field: `link "${href}"` });
      }
    },
  };
}

function anchorsOf(guide: Guide | SitePage, compiled: Compiled): string[] {
  if (!('causes' in guide))
    return ['main', ...guide.sections.slice(1).map(({ heading }) => anchor(heading!))];
  const causes = guide.causes.flatMap(({ id, frontmatter }) => [id, fixAnchor(id), ...frontmatter.formerly]);
  const questions =
    compiled.get(guide.id)?.questions.map(({ id }) => id) ??
    [...guide.sections.questions.markdown.matchAll(/^### (.+)$/gm)].map(([, heading]) => anchor(heading!));
  return [...pageAnchors, ...causes, ...guide.invalidCauses, ...questions];
}
