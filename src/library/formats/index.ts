import type * as z from 'zod';
import { guidesSchema, namesSchema } from './guides.ts';
import {
  matchBucketSchema,
  matchBucketsSchema,
  matchChoicesSchema,
  matchIndexSchema,
  reportSchema,
  titlesSchema,
} from './match.ts';

/** A kind of JSON document, and where its schema is. */
export type Format = {
  /** What it is, in one sentence. */
  title: string;
  /** Of its JSON Schema, below the base of every site; permanent. */
  schemaPath: string;
  schema: z.ZodType;
};

export type FormatName = keyof typeof formats;

/** Every kind of JSON document that a site or the command line gives to other tools. */
export const formats = {
  guides: {
    title: 'guides.json: all guides and their causes.',
    schemaPath: 'guides.schema.json',
    schema: guidesSchema,
  },
  names: {
    title: 'names.json: all names under which a guide is found.',
    schemaPath: 'names.schema.json',
    schema: namesSchema,
  },
  matchIndex: {
    title: 'match/index.json: what finds the guides for a trace.',
    schemaPath: 'match/index.schema.json',
    schema: matchIndexSchema,
  },
  matchTitles: {
    title: 'match/titles.json: what guides and causes are called.',
    schemaPath: 'match/titles.schema.json',
    schema: titlesSchema,
  },
  matchBuckets: {
    title: 'match/index.json of a site with too many guides for one file: what leads to its buckets.',
    schemaPath: 'match/buckets.schema.json',
    schema: matchBucketsSchema,
  },
  matchBucket: {
    title: 'match/buckets/NUMBER.json: a part of a match index that is too large for one file.',
    schemaPath: 'match/bucket.schema.json',
    schema: matchBucketSchema,
  },
  matchChoices: {
    title: 'match/choices/NUMBER.json: what a reader chooses causes by, of the guides of a bucket.',
    schemaPath: 'match/choices.schema.json',
    schema: matchChoicesSchema,
  },
  matchReport: {
    title: 'A line of what the matcher prints as JSON on a command line.',
    schemaPath: 'match/report.schema.json',
    schema: reportSchema,
  },
} as const satisfies Record<string, Format>;
