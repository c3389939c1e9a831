import { extname, join } from 'node:path';

/**
 * The file of a module beside another one, for what starts modules by their file: `guide-worker` →
 * `…/src/guide/guide-worker.ts` in the repository, `…/lib/guide/guide-worker.js` in the package.
 * The package's build compiles what is named in such a call.
 * @param module `import.meta` of the module that asks
 * @param name path from its folder, without an ending
 */
export function codeFile(module: ImportMeta, name: string): string {
  return join(module.dirname, `${name}${extname(module.filename)}`);
}
