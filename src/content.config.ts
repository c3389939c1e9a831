import { defineCollection } from 'astro:content';
import { guidesLoader, siteLoader } from './guide/astro-loader.ts';

export const collections = {
  guides: defineCollection({ loader: guidesLoader() }),
  site: defineCollection({ loader: siteLoader() }),
};
