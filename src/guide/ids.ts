import type { Content } from './content.ts';

/** The ids of all guides and causes: `celery/worker-lost-error`, `celery/worker-lost-error/out-of-memory`. */
export function contentIds({ guides }: Pick<Content, 'guides'>): Set<string> {
  return new Set(guides.flatMap(({ id, causes }) => [id, ...causes.map((cause) => `${id}/${cause.id}`)]));
}

/** The ids that `formerly` keeps alive: of guides, of their causes then, and of causes of today's guides. */
export function formerIds({ guides }: Pick<Content, 'guides'>): Set<string> {
  return new Set(
    guides.flatMap(({ id, frontmatter, causes }) => {
      const names = [id, ...frontmatter.formerly];
      const causeNames = causes.flatMap((cause) => [cause.id, ...cause.frontmatter.formerly]);
      return [
        ...frontmatter.formerly,
        ...names.flatMap((name) => causeNames.map((cause) => `${name}/${cause}`)),
      ];
    }),
  );
}
