import type { Loader } from 'astro/loaders';
import type { Places } from './files/places.ts';
import { guidesLoader, problemsLoader, readOnce, siteLoader } from './guide/astro-loader.ts';
import { checkRunners } from './prove/check-runners.ts';

/** The loaders of the collections, by their names. */
export function contentLoaders(places: Places): { guides: Loader; site: Loader; problems: Loader } {
  const reading = readOnce(places);
  return {
    guides: guidesLoader(reading),
    site: siteLoader(reading),
    problems: problemsLoader(reading, checkRunners),
  };
}
