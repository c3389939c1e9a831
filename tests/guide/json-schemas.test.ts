import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { jsonSchemas } from '../../src/guide/json-schemas.ts';
import { projectRoot } from '../../src/site/project.ts';

for (const [name, schema] of Object.entries(jsonSchemas())) {
  test(`the schema of ${name} for editors is that of zod`, (t) => {
    t.assert.fileSnapshot(schema, join(projectRoot, 'src/guide/schemas', `${name}.json`));
  });

  test(`every field of ${name} has a description, its own or of its parts`, () => {
    const { properties } = schema as { properties: Record<string, unknown> };
    for (const [field, value] of Object.entries(properties))
      assert.match(JSON.stringify(value), /"description"/, field);
  });
}
