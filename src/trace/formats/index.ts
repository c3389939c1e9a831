import type { Format } from '../format.ts';
import { javascript } from './tiers/javascript.ts';
import { fallbacks } from './tiers/fallbacks.ts';
import { lookalikes } from './tiers/lookalikes.ts';
import { languages } from './tiers/languages.ts';
import { marked } from './tiers/marked.ts';
import { reports } from './tiers/reports.ts';
import { tools } from './tiers/tools.ts';
import { wrappers } from './tiers/wrappers.ts';
import { compilers } from './tiers/compilers.ts';

/**
 * Where formats of two tiers can parse a line, the one of the earlier tier does. Inside a tier order does not matter: a
 * test shuffles it.
 */
export const tiers: Format[][] = [
  wrappers,
  marked,
  reports,
  compilers,
  languages,
  javascript,
  lookalikes,
  tools,
  fallbacks,
];

export const formats: Format[] = tiers.flat();

const byId = new Map(formats.map((format) => [format.id, format]));

/** The format of a trace, by its id. */
export const formatOf = (id: string): Format | undefined => byId.get(id);
