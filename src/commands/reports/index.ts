import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';
import type { Report } from './types.ts';

/** What `match --format` can be. */
export const reports: Record<string, Report> = { text, json, github, gitlab, sarif, junit, markdown };
