import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { fileFault } from '../files/file-fault.ts';
import { ignoreMissing, type SourceFile } from '../guide/content-files.ts';
import { reservedNames } from '../guide/content.ts';
import { fixAnchor, pageAnchors } from '../guide/page-sections.ts';
import { runtimeFor } from '../guide/runtime-starts.ts';
import { scaffoldGuide } from '../guide/scaffold.ts';
import { slug } from '../guide/schema-fields.ts';
import { parse } from '../trace/index.ts';
import type { Trace } from '../trace/types.ts';

/**
 * Writes the folder of a new guide, and of its framework when that is new.
 * @param id `framework/guide`
 * @returns 0 when it is written, 1 when the disk refuses, 2 on bad use; then nothing is written
 */
export async function newGuide(
  id: string,
  options: { causes: string; from?: string },
  contentDir: string,
  date = new Date().toISOString().slice(0, 10),
): Promise<number> {
  const [framework = '', guide = '', ...more] = id.split('/');
  const causes = options.causes.split(',').map((cause) => cause.trim());
  const wrong = [framework, guide, ...causes].find((name) => !slug.safeParse(name).success);
  const named = wrong !== '' ? (wrong ?? id) : framework && guide ? options.causes : id;
  if (wrong !== undefined || more.length > 0)
    return refuse(
      `"${named}" cannot be part of an address. Use FRAMEWORK/GUIDE and --causes a,b with lower-case words joined by hyphens.`,
    );
  if (new Set(causes).size < causes.length)
    return refuse(`--causes names a cause twice: ${options.causes}. Name each once.`);
  const taken = takenName(framework, guide, causes);
  if (taken) return refuse(taken);
  if (await exists(join(contentDir, framework, guide)))
    return refuse(`content/${id} is already there. Choose another name, or edit it.`);

  let trace: Trace | undefined;
  if (options.from !== undefined) {
    const read = await readTrace(options.from);
    if ('problem' in read) return refuse(read.problem);
    trace = read.trace;
  }
  let runtime: string | undefined;
  try {
    runtime = await readRuntime(join(contentDir, framework, 'framework.yaml'));
  } catch {
    return refuse(
      `content/${framework}/framework.yaml cannot be read. Run "npx tracebook check" and mend it first.`,
    );
  }
  if (runtime === undefined && (await exists(join(contentDir, framework))))
    return refuse(`content/${framework} is there and has no framework.yaml. Add it, or choose another name.`);
  if (runtime === undefined && !runtimeFor(trace?.language))
    return refuse(
      `content/${framework} is new, and what a guide in ${trace!.language} begins with is not known. Write its framework.yaml and environments/ first, as "Locks" of content/README.md says.`,
    );
  const hasWorkflow = await exists(join(contentDir, framework, 'ci.yml'));
  const files = scaffoldGuide({ framework, guide, causes, trace, date, runtime, hasWorkflow });
  try {
    await writeAll(contentDir, runtime === undefined ? framework : id, files);
  } catch (error) {
    const fault = fileFault(error);
    if (!fault) throw error;
    console.error(`${fault} Nothing was written.`);
    return 1;
  }
  console.log(`Wrote ${files.length} files:`);
  for (const { path } of files) console.log(`  content/${path}`);
  console.log(
    `What is left to write says TODO. "npx tracebook check" names it line by line; then "npx tracebook prove ${id} --update" runs it.`,
  );
  return 0;
}

/** Why a name cannot be had although it could be part of an address: another thing of the site has it. */
function takenName(framework: string, guide: string, causes: string[]): string | undefined {
  const isIn = (names: readonly string[], name: string) => names.includes(name);
  const cause = causes.find(
    (name) =>
      isIn(reservedNames.cause, name) ||
      isIn(pageAnchors, name) ||
      causes.some((other) => fixAnchor(other) === name),
  );
  const name = isIn(reservedNames.framework, framework)
    ? framework
    : isIn(reservedNames.guide, guide)
      ? guide
      : cause;
  return name && `"${name}" has another meaning here. Choose another name.`;
}

/** The runtime that framework.yaml names; undefined when the framework is new. */
async function readRuntime(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  return text === undefined ? undefined : (/^runtime:\s*(\S+)/m.exec(text)?.[1] ?? '');
}

async function readTrace(from: string): Promise<{ trace: Trace } | { problem: string }> {
  let text: string;
  try {
    text = from === '-' ? await readStream(process.stdin) : await readFile(from, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: `${from} cannot be read (${code}). Name a file that holds a trace.` };
  }
  const [trace] = parse(text);
  if (!trace)
    return { problem: `No error was found in ${from}. Copy the whole trace into it, or leave --from out.` };
  return { trace };
}

/** Removes the half-written folders of killed processes. */
async function removeLeftovers(contentDir: string): Promise<void> {
  const names = (await readdir(contentDir).catch(ignoreMissing)) ?? [];
  for (const name of names) {
    const pid = Number(/^\.new-(\d+)$/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) await rm(join(contentDir, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Writes all files beside their place first, so that none is half-written, and then moves the folder. */
async function writeAll(contentDir: string, folder: string, files: SourceFile[]): Promise<void> {
  const partial = join(contentDir, `.new-${process.pid}`);
  await removeLeftovers(contentDir);
  try {
    for (const { path, text } of files) {
      const place = join(partial, path.slice(folder.length + 1));
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text);
    }
    await mkdir(dirname(join(contentDir, folder)), { recursive: true });
    await rename(partial, join(contentDir, folder));
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function refuse(message: string): number {
  console.error(message);
  return 2;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
