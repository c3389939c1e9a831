import * as z from 'zod';

export const text = z.string().min(1);
export const texts = z.array(text);
/** Words joined by hyphens, and two of them joined by `/`. */
export const id = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/);
export const url = z.url();
export const day = z.iso.date();

/** What every published document begins with. */
export const published = {
  $schema: url.describe('Address of this schema.').exactOptional(),
  version: z.literal(1).describe('Grows when a field changes its meaning or goes.'),
};
