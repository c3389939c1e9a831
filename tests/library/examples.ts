import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/site/project.ts';

/** A block of code in a document. `prints` is what its comments that begin with `→` say. */
export type Example = { name: string; code: string; prints: string };

/** Every block of JavaScript of a document, by its line. */
export function examplesOf(document: string): Example[] {
  const text = readFileSync(join(projectRoot, document), 'utf8');
  return [...text.matchAll(/^```(?:js|ts|javascript|typescript)\n([^]*?)^```$/gm)].map((found) => {
    const code = found[1]!;
    const line = text.slice(0, found.index).split('\n').length;
    const printed = [...code.matchAll(/^\s*\/\/ → (.*)$/gm)].map(([, text]) => `${text}\n`);
    return { name: `${document}:${line}`, code, prints: printed.join('') };
  });
}
