/**
 * What a site publishes and what its authors write, as zod schemas and as JSON Schemas: `tracebook/schema`. Needs the package zod, which
 * tracebook depends on.
 */
export type { CauseFrontmatter } from '../guide/cause-schema.ts';
export { contentSchemas, type FrameworkSettings, type GuideFrontmatter } from '../guide/schema.ts';
export type { Site } from '../guide/site-schema.ts';
export { formats, type Format, type FormatName } from './formats/index.ts';
export { jsonSchemaOf } from './formats/json-schema.ts';
