import type { Format } from '../format.ts';
import * as javascript from './tiers/javascript.ts';
import * as fallbacks from './tiers/fallbacks.ts';
import * as lookalikes from './tiers/lookalikes.ts';
import * as languages from './tiers/languages.ts';
import * as marked from './tiers/marked.ts';
import * as reports from './tiers/reports.ts';
import * as tools from './tiers/tools.ts';
import * as wrappers from './tiers/wrappers.ts';
import * as compilers from './tiers/compilers.ts';

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
].map((tier) => Object.values(tier));

export const formats: Format[] = tiers.flat();

const byId = new Map(formats.map((format) => [format.id, format]));

/** The format of a trace, by its id. */
export const formatOf = (id: string): Format | undefined => byId.get(id);
