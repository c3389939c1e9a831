import { dev as devServer } from 'astro';
import { devTools } from '../dev/integration.ts';
import { makeCache, missingContent, type Places } from '../files/places.ts';
import { astroConfig } from '../site/astro-config.ts';
import { makeAstroRoot, sourceFolder } from '../site/astro-root.ts';
import type { Address } from './site.ts';

/** Serves the site for authors: a change of a guide shows without a restart. */
export async function dev(places: Places, { host, port }: Address): Promise<number> {
  const missing = missingContent(places);
  if (missing) {
    console.error(missing);
    return 2;
  }
  process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
  makeCache(places);
  makeAstroRoot(places);
  await devServer({
    ...astroConfig(places, [devTools(places.content, sourceFolder(places))]),
    server: { host, port },
  });
  return 0;
}
