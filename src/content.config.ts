import { defineCollection } from 'astro:content';
import { guidesLoader, problemsLoader, siteLoader } from './guide/astro-loader.ts';
import { checkRunners } from './prove/check-runners.ts';

export const collections = {
  guides: defineCollection({ loader: guidesLoader() }),
  site: defineCollection({ loader: siteLoader() }),
  problems: defineCollection({ loader: problemsLoader(checkRunners) }),
};
