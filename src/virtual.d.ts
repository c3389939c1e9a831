/** What `src/site/places-plugin.ts` makes. */
declare module 'virtual:tracebook/loaders' {
  export const loaders: ReturnType<typeof import('./content-loaders.ts').contentLoaders>;
}

/** What `src/site/places-plugin.ts` makes: in a build the content that the renderer is given, in dev Astro's store. */
declare module 'virtual:tracebook/content' {
  export const content: import('./site/site-content.ts').SiteContent;
}

/** What `src/site/components-plugin.ts` makes. */
declare module 'virtual:tracebook/components' {
  export const components: Record<string, import('astro/runtime/server/index.js').AstroComponentFactory>;
}
