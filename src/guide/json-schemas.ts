import * as z from 'zod';
import { contentSchemas } from './schema.ts';

/** The JSON Schema of each file that authors write, for editors: what may be written, with a description per field. */
export function jsonSchemas(): Record<keyof typeof contentSchemas, object> {
  const entries = Object.entries(contentSchemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }),
  ]);
  return Object.fromEntries(entries) as Record<keyof typeof contentSchemas, object>;
}
