import type { APIRoute, GetStaticPaths } from 'astro';
import { type FormatName, formats } from '../library/formats/index.ts';
import { jsonSchemaOf } from '../library/formats/json-schema.ts';
import { siteBase } from '../site/publish.ts';

export const getStaticPaths = (() =>
  Object.entries(formats).map(([name, { schemaPath }]) => ({
    params: { format: schemaPath.replace(/\.schema\.json$/, '') },
    props: { name },
  }))) satisfies GetStaticPaths;

/** The JSON Schema of a format, at its permanent address. */
export const GET: APIRoute = ({ props, site }) =>
  Response.json(jsonSchemaOf(props['name'] as FormatName, siteBase(site)));
