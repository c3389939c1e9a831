import * as z from 'zod';

/**
 * A character that no page, feed or terminal can show: every control but tab and newline, half a surrogate pair, and
 * those that turn the direction of text, so that it reads otherwise than it runs.
 */
export const control = /[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Text on one line. */
export const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'must be one line')
  .refine((text) => !control.test(text), 'must have no control characters');
/** A template: literal text in which `{hole}` stands for what varies. No regular expressions, so none can be slow. */
export const template = z
  .string()
  .min(1)
  .max(500, 'must have at most 500 characters')
  .refine((text) => !control.test(text), 'must have no control characters')
  .refine((text) => text.replace(/\{[^{}\n]*\}/g, '').trim().length >= 4, {
    message: 'needs at least 4 characters that are not {holes}',
  });
/** A list in which nothing stands twice. */
export function uniqueList<Item extends z.ZodType>(
  item: Item,
  key: (entry: z.output<Item>) => string = JSON.stringify,
) {
  return z
    .array(item)
    .refine((list) => new Set(list.map(key)).size === list.length, 'must name nothing twice');
}
/** Names a folder or an anchor; permanent, since it is part of a URL. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
/** Names an environment's folder: `5.7`, `node-22`, `spring-boot-3.5`. */
export const environmentId = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'must be lower-case words and numbers joined by "." or "-"');
export const guideId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'must be like "framework/guide"');
export const href = z
  .string()
  .regex(/^(https:\/\/|\/)/, 'must start with "https://", or with "/" for a page of this site');
export const httpsUrl = z
  .string()
  .refine(isPlainHttpsUrl, 'must be an https:// address without user, password, quotes, spaces, ? or #');
/** An address as `httpsUrl`, or one of this machine, to try a site before it is published. */
export const siteUrl = z
  .string()
  .refine(
    (text) => isPlainHttpsUrl(text.replace(/^http:(?=\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$))/, 'https:')),
    'must be an https:// address without user, password, quotes, spaces, ? or #',
  )
  .transform((text) => new URL(text).href.replace(/\/*$/, '/'));
/** A language tag as HTML has it: `en`, `pt-BR`. */
export const languageTag = z.string().refine(isLanguageTag, 'must be a language tag such as "en" or "pt-BR"');
export const day = z.iso.date({ error: 'must be a day such as 2026-01-31' });
/** A server that a run needs: `postgresql@17`, or `redis` for whatever version the machine has. */
const service = z
  .string()
  .regex(/^[a-z]+(@\d+(\.\d+)*)?$/, 'must be a service such as "redis" or "postgresql@17"');
export const services = uniqueList(service).describe(
  'Servers that the code needs while it runs; the nearest of cause, guide, environment, framework counts.',
);
export const command = line.describe('A shell command, run in the folder that holds the layers of files.');
/** One command for both sides, or one each where a fix changes how the program is started. */
export const runCommand = z.union([command, z.strictObject({ broken: command, fixed: command })], {
  error: 'must be a command, or { broken, fixed } with a command each',
});
export type RunCommand = z.output<typeof runCommand>;

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

function isPlainHttpsUrl(text: string): boolean {
  if (/["'<>\s\\?#]/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === 'https:' && hostname !== '' && username === '' && password === '';
}
