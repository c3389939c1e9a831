/** What `src/site/places-plugin.ts` makes. */
declare module 'virtual:tracebook/loaders' {
  export const loaders: ReturnType<typeof import('./content-loaders.ts').contentLoaders>;
}
