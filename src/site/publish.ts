import type * as z from 'zod';
import { type FormatName, formats } from '../library/formats/index.ts';

type Document<Name extends FormatName> = z.input<(typeof formats)[Name]['schema']>;

/**
 * A published JSON document, with the address of its schema.
 * @param origin Astro's `site`
 * @param data all fields but `$schema`
 */
export function publish<Name extends FormatName>(
  name: Name,
  origin: URL | undefined,
  data: Omit<Document<Name>, '$schema'>,
): Response {
  return Response.json({ $schema: new URL(formats[name].schemaPath, siteBase(origin)).href, ...data });
}

/** The address that the site stands at, with `/` at its end. */
export function siteBase(origin: URL | undefined): string {
  return new URL(import.meta.env.BASE_URL, origin).href;
}
