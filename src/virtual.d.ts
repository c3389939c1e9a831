/** What `src/site/places-plugin.ts` makes. */
declare module 'virtual:tracebook/loaders' {
  export const loaders: ReturnType<typeof import('./content-loaders.ts').contentLoaders>;
}

/** What `src/site/components-plugin.ts` makes. */
declare module 'virtual:tracebook/components' {
  export const components: Record<string, import('astro/runtime/server/index.js').AstroComponentFactory>;
}
