import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** What a document has against a JSON Schema (2020-12), a line a fault; an unknown keyword of the schema is an error. */
export function schemaFaults(schema: object, document: unknown): string[] {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  formats.default(ajv);
  // A schema is compiled more than once, and its id only names it.
  const { $id: _, ...rest } = schema as AnySchemaObject;
  const validate = ajv.compile(rest);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    `${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
  );
}
