import { apache } from './apache.ts';
import { cloudflare } from './cloudflare.ts';
import { githubPages } from './github-pages.ts';
import { netlify } from './netlify.ts';
import { nginx } from './nginx.ts';
import { s3CloudFront } from './s3-cloudfront.ts';
import type { Host } from './types.ts';

/** Hosts by the name on the command line. */
export const hosts: Record<string, Host> = {
  nginx,
  apache,
  cloudflare,
  netlify,
  's3-cloudfront': s3CloudFront,
  'github-pages': githubPages,
};
