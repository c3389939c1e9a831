const text = { type: 'string' };
const texts = { type: 'array', items: text };
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const cause = object({
  id: { ...text, description: 'Anchor on the page of its guide.' },
  title: text,
  short: { ...text, maxLength: 22 },
  sign: { ...text, description: 'Words of the trace; the deciding ones stand in **, … is a gap.' },
  fix: { ...text, maxLength: 80 },
  url: { ...text, format: 'uri' },
});
const guide = object(
  {
    id: { ...text, description: 'framework/guide' },
    framework: object({ id: text, name: text, language: text }),
    title: text,
    summary: text,
    exceptions: texts,
    codes: texts,
    causes: { type: 'array', items: cause },
    related: { type: 'array', items: object({ guide: text, because: text }) },
    published: { ...text, format: 'date' },
    proved: { ...text, format: 'date' },
    unproved: { ...text, description: 'Why the guide no longer proves.' },
    url: { ...text, format: 'uri' },
    markdown: { ...text, format: 'uri' },
  },
  ['unproved'],
);

/** What `guides.json` holds, as JSON Schema. */
export function GET(): Response {
  return Response.json({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...object({ $schema: text, version: { const: 1 }, guides: { type: 'array', items: guide } }, ['$schema']),
  });
}
