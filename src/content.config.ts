import { defineCollection } from 'astro:content';
import { loaders } from 'virtual:tracebook/loaders';

export const collections = {
  guides: defineCollection({ loader: loaders.guides }),
  site: defineCollection({ loader: loaders.site }),
  problems: defineCollection({ loader: loaders.problems }),
};
