import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Places } from '../files/places.ts';

/**
 * What must be known of a site before its content is read: its address and its language. What is wrong with site.yaml is
 * reported where the content is read; until then an example stands in.
 */
export function siteFacts({ content }: Pick<Places, 'content'>): { url: string; locale: string } {
  const { url, locale } = readYaml(join(content, 'site.yaml'));
  return {
    url: URL.canParse(url ?? '') ? new URL(url!).href : 'https://example.org/',
    locale: locale ?? 'en',
  };
}

function readYaml(file: string): { url?: string; locale?: string } {
  try {
    return (parse(readFileSync(file, 'utf8')) as object | null) ?? {};
  } catch {
    return {};
  }
}
