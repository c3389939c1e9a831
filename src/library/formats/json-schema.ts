import * as z from 'zod';
import { type FormatName, formats } from './index.ts';

/**
 * The JSON Schema (2020-12) of a format. It allows further fields, which a later release of the same version may have.
 * @param base address of the site that publishes it, with `/` at its end; without it, the schema has no `$id`
 */
export function jsonSchemaOf(name: FormatName, base?: string): Record<string, unknown> {
  const { title, schemaPath, schema } = formats[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, ...(base !== undefined && { $id: new URL(schemaPath, base).href }), title, ...rest };
}
