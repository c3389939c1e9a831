import type { APIRoute } from 'astro';
import { siteEntry } from '../../site/content.ts';
import { publish } from '../../site/publish.ts';

/** The match index: what the matcher in the page knows, for other tools too. */
export const GET: APIRoute = async ({ site }) =>
  publish('matchIndex', site, { version: 1, ...(await siteEntry()).index });
