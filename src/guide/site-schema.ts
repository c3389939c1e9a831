import * as z from 'zod';
import { locales } from '../locales/index.ts';
import { href, httpsUrl, line, siteUrl, uniqueList } from './schema-fields.ts';

const link = z.strictObject({
  label: line.describe('What people read.'),
  href: href.describe('"https://…", or "/…" for a page of this site.'),
});

/** `#4538bd`. */
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be like "#4538bd"');

/** `content/site.yaml`. */
export const siteSchema = z
  .strictObject({
    name: line.describe('Name of the site, in the header and in every title.'),
    description: line.describe('What the site is, in one sentence.'),
    url: httpsUrl.describe('Where it is published; a path becomes the base of every link.'),
    locale: z
      .enum(Object.keys(locales), { error: `must be one of ${Object.keys(locales).join(', ')}` })
      .default('en')
      .describe('Language of the interface: a file in src/locales.'),
    repository: httpsUrl
      .optional()
      .describe('Its public repository, for "run it yourself" and requests for guides.'),
    proveCommand: line
      .optional()
      .describe(
        "Proves a guide in a copy of the site's source: shown to readers, with the guide's id behind it.",
      ),
    navigation: z.array(link).default([]).describe('Links in the header, in this order.'),
    proofDays: z.int().positive().default(30).describe('Days after which a proof is shown as old.'),
    mark: z
      .string()
      .trim()
      .regex(/^<svg\b[^]*<\/svg>$/, 'must be one SVG document, from "<svg" to "</svg>"')
      .optional()
      .describe("The site's mark as an SVG document, square; without it, the open book."),
    accent: z
      .strictObject({ light: colour, dark: colour })
      .optional()
      .describe('Colour of links and buttons on light and on dark paper, each with a contrast of 4.5 to it.'),
    home: z
      .strictObject({ heading: z.string().trim().min(1), text: line })
      .optional()
      .describe("The first page's heading (lines stay lines) and the sentence below it."),
    footer: z
      .strictObject({ text: line.optional(), links: z.array(link).default([]) })
      .optional()
      .describe('The sentence at the foot of every page, and further links beside it.'),
    socialCards: z
      .boolean()
      .default(true)
      .describe(
        'Whether each page has a picture of its own for social networks; else all have the one of the first page.',
      ),
    offline: z
      .boolean()
      .default(false)
      .describe('Whether guides, names and the matcher work offline after a visit, by a service worker.'),
    compress: z
      .boolean()
      .default(false)
      .describe(
        'Whether each text is written compressed too, for servers that send such files: `.br` and `.gz`.',
      ),
    otherSites: uniqueList(
      z.strictObject({
        name: line.max(40, 'must have at most 40 characters').describe('What its guides are marked with.'),
        url: siteUrl.describe('Its address.'),
      }),
      ({ url }) => url,
    )
      .default([])
      .describe(
        "Other Tracebook sites whose guides the reader's browser looks through too; no text is sent to them.",
      ),
    callToAction: z
      .strictObject({
        heading: line,
        text: line,
        steps: z.array(line).default([]).describe('What happens, step by step.'),
        button: link,
      })
      .optional()
      .describe('A box near the end of each guide.'),
  })
  .refine(({ url, otherSites }) => !otherSites.some((other) => other.url === url.replace(/\/*$/, '/')), {
    path: ['otherSites'],
    message: 'must not name the site itself',
  });

export type Site = z.output<typeof siteSchema>;
