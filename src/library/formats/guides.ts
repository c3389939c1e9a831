import * as z from 'zod';
import { day, id, published, text, texts, url } from './fields.ts';

const cause = z.object({
  id: id.describe('Anchor on the page of its guide.'),
  title: text,
  short: text.max(22).describe('The cause as a label.'),
  sign: text.describe('Words of the trace; the deciding ones stand in **, … is a gap.'),
  fix: text.max(80).describe('The remedy in one sentence.'),
  url,
});

const guide = z.object({
  id: id.describe('framework/guide'),
  framework: z.object({ id, name: text, language: text }),
  title: text,
  summary: text,
  exceptions: texts,
  codes: texts,
  causes: z.array(cause).describe('The most frequent first.'),
  related: z.array(z.object({ guide: id, because: text })),
  published: day,
  proved: day.describe('Of the last proof.'),
  unproved: text.describe('Why the guide no longer proves.').exactOptional(),
  url,
  markdown: url.describe('Of the guide as Markdown.'),
});

/** `guides.json` */
export const guidesSchema = z.object({ ...published, guides: z.array(guide) });

const searchCause = z.object({
  id: id.describe("Anchor on the guide's page."),
  title: text,
  short: text.max(22),
  sign: text,
  fix: text.max(80),
  question: text.exactOptional(),
  signals: texts.describe('Literal texts with {holes}.'),
});

const searchGuide = z.object({
  id: id.describe('framework/guide'),
  title: text,
  language: text.describe("Of its texts, where it is not the site's.").exactOptional(),
  framework: text.describe('Its name as people write it.'),
  summary: text,
  names: texts.describe('Exceptions and codes.'),
  messages: texts.describe('Literal texts with {holes}.'),
  causes: z.array(searchCause),
  questions: z.array(z.object({ id: id.describe("Anchor on the guide's page."), question: text })),
});

/** `names.json` */
export const namesSchema = z.object({ ...published, guides: z.array(searchGuide) });
