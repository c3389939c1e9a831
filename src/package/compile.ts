import { cp, readFile, rm } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { packageFolder } from '../files/places.ts';

/**
 * Compiles what the package runs by itself into lib/, with the folders of src/: Node runs no TypeScript below
 * node_modules. The pages stay as they are in src/, where Astro compiles them.
 * @returns the names of the files that were written
 * @throws Error with all that TypeScript says
 */
export async function compilePackage(folder: string = packageFolder): Promise<string[]> {
  const [from, to] = [join(folder, 'src'), join(folder, 'lib')];
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const listed = listedFiles(manifest);
  const started = ['cli.ts', ...(await startedFiles(from))];
  await rm(to, { recursive: true, force: true });
  const code = compile([...listed, ...started], from, to, {});
  // What is offered to other programs has its types.
  const types = compile(listed, from, to, { declaration: true, emitDeclarationOnly: true });
  await copyData(from, to, code);
  return [...code, ...types];
}

/** @returns the names of the files that were written */
function compile(entries: string[], from: string, to: string, more: ts.CompilerOptions): string[] {
  const names = [...new Set(entries)].map((file) => join(from, file));
  const program = ts.createProgram([...names, join(from, 'virtual.d.ts')], { ...options(from, to), ...more });
  const wrong = program.getSyntacticDiagnostics();
  if (wrong.length > 0) throw new Error(ts.formatDiagnostics(wrong, host));
  const written: string[] = [];
  const { diagnostics } = program.emit(undefined, (path, text) => {
    // TypeScript leaves the endings in declarations as they are.
    ts.sys.writeFile(path, path.endsWith('.d.ts') ? text.replace(relativeImport, '$1.js$2') : text);
    written.push(path);
  });
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host));
  return written;
}

const relativeImport = /((?:from |import\()['"]\.[^'"\n]*)\.ts(['"])/g;

type Manifest = { exports: Record<string, unknown> };

/** The sources of what package.json offers: `./lib/library/trace.js` → `library/trace.ts`. */
function listedFiles({ exports }: Manifest): string[] {
  const paths = [...JSON.stringify(exports).matchAll(/"(?:\.\/)?lib\/([^"*]+)\.js"/g)];
  return paths.map(([, path]) => `${path}.ts`);
}

/** The sources that are started by their file: those of calls of `codeFile`. */
async function startedFiles(from: string): Promise<string[]> {
  const files = globSync('**/*.ts', { cwd: from }).sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(from, file), 'utf8');
      const calls = text.matchAll(/\bcodeFile\(import\.meta, '([^']+)'\)/g);
      return [...calls].map(([, name]) => join(dirname(file), `${name}.ts`));
    }),
  );
  return found.flat();
}

/** What compiled code reads beside itself: pictures, locks, programs of other languages. */
async function copyData(from: string, to: string, written: string[]): Promise<void> {
  const folders = new Set(written.map((path) => relative(to, dirname(resolve(path)))));
  const isCode = (path: string) => ['.ts', '.astro', '.css'].includes(extname(path));
  for (const file of globSync('{prove,site}/**/*.*', { cwd: from })) {
    const isBeside = [...folders].some((folder) => folder !== '' && file.startsWith(folder));
    if (isBeside && !isCode(file)) await cp(join(from, file), join(to, file), { recursive: true });
  }
}

function options(rootDir: string, outDir: string): ts.CompilerOptions {
  return {
    rootDir,
    outDir,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    rewriteRelativeImportExtensions: true,
    types: ['node'],
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    // "npm test" checks the types of all that there is.
    noCheck: true,
    newLine: ts.NewLineKind.LineFeed,
  };
}

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => packageFolder,
  getNewLine: () => '\n',
};

if (import.meta.main) {
  const written = await compilePackage();
  console.log(`Compiled lib/ with ${written.length} files.`);
}
