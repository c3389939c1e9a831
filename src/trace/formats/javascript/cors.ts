import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** What browsers print in the console about a response that a page may not read. */
const REQUEST_FAILED =
  /^\s*(?:\S{1,400}:\d{1,9}(?::\d{1,9})? )?(?:Failed to load resource: |[A-Z]{3,7} \S{1,4000} )net::ERR_/;

/** Requests that a browser's CORS check blocked. The script itself only gets a `TypeError`. */
export const cors: Format = {
  id: 'cors',
  language: languages.javascript,
  triggers: [
    'blocked by CORS policy: ',
    'Cross-Origin Request Blocked: ',
    'due to access control checks',
    'is not allowed by Access-Control-Allow-Origin',
  ],
  logTriggers: ['blocked by CORS', 'Cross-Origin Request Blocked', 'access control checks'],
  parse: patternTable([
    // Access to fetch at 'http://a.example/' from origin 'http://b.example' has been blocked by CORS policy: No header
    [
      /^(?:\S{1,400}:\d{1,9}(?::\d{1,9})? )?(?<message>Access to .{3,80} at '[^']{1,4000}' from origin '[^']{1,400}' has been blocked by CORS policy: .{3,900})$/,
      { linesBelow: REQUEST_FAILED },
    ],
    // Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.example/.
    [/^(?<message>Cross-Origin Request Blocked: The Same Origin Policy .{10,3000})$/],
    // Origin https://b.example is not allowed by Access-Control-Allow-Origin. Status code: 200
    [/^(?:\[Error\] )?(?<message>Origin \S{1,400} is not allowed by Access-Control-Allow-Origin\..{0,400})$/],
    // Fetch API cannot load https://a.example/ due to access control checks.
    [/^(?:\[Error\] )?(?<message>.{3,80} cannot load \S{1,4000} due to access control checks\.?)$/],
  ]),
};
