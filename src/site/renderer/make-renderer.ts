import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { codeFile } from '../../files/code-file.ts';
import { fileFault } from '../../files/file-fault.ts';
import { isInFolder, type Places } from '../../files/places.ts';
import { unpackError, type SentError } from '../../files/sent-error.ts';
import { hash } from '../../guide/cache.ts';
import { astroRoot, makeAstroRoot } from '../astro-root.ts';
import { filesVersion } from '../files-version.ts';
import { siteFacts } from '../site-facts.ts';

/** A site's pages as a program that needs neither Astro's build nor Vite, and the files that these pages name. */
export type Renderer = {
  /** Module whose `app` renders pages. */
  entry: string;
  /** Folder of scripts, styles and fonts, as they stand in the site. */
  assets: string;
  /** Changes with the files outside of the package that the site's own components import. */
  imports: string;
  /** The style sheets of each page, by Astro's key of the page. */
  styles: [key: string, styles: PageStyle[]][];
};

/** A style sheet of a page, in Astro's own form. */
export type PageStyle = { depth: number; order: number; sheet: { type: string } };

/** What the process that makes a renderer is asked for: where to, and for which site. */
export type RendererJob = { places: Places; locale: string; folder: string };

/** Its answer: paths within the folder, and whole ones of all files that were compiled; or what went wrong. */
export type RendererAnswer = MadeRenderer | { error: SentError };
export type MadeRenderer = Pick<Renderer, 'entry' | 'assets' | 'styles'> & { compiled: string[] };

const MANIFEST = 'renderer.json';

/**
 * Makes the program that renders a site's pages, or takes that of the last build. It depends on the package, on the site's
 * own components, its address and its language, and on no guide. A process of its own makes it, beside whatever
 * else a build does, and its memory goes with it.
 * @param source changes with the package
 * @param signal ends that process
 * @throws CannotCompile, and other errors of Astro and Vite
 */
export async function makeRenderer(places: Places, source: string, signal: AbortSignal): Promise<Renderer> {
  const { url, locale } = siteFacts(places);
  const { code, content, cache } = places;
  const own = filesVersion(places.content, ['components']);
  const version = hash(JSON.stringify([source, own, code, content, cache, url, locale]));
  const folder = join(astroRoot(places), 'renderer');
  const kept = readRenderer(folder, version);
  if (kept) return kept;
  makeAstroRoot(places);
  const next = `${folder}-next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next);
  const made = await runJob({ places, locale, folder: next }, signal);
  writeFileSync(
    join(next, MANIFEST),
    JSON.stringify({ ...made, version, files: filesOf(next, made), imports: importsOf(made) }),
  );
  rmSync(folder, { recursive: true, force: true });
  renameSync(next, folder);
  return readRenderer(folder, version)!;
}

/** What stands beside the files of a renderer: `files` changes with what they hold. */
type Manifest = MadeRenderer & { version: string; files: string; imports: string };

const filesOf = (folder: string, { entry, assets }: MadeRenderer) =>
  filesVersion(folder, [dirname(entry), assets]);

function importsOf({ compiled }: MadeRenderer): string {
  const hashes = compiled.map((path) => [path, existsSync(path) && hash(readFileSync(path))]);
  return hash(JSON.stringify(hashes));
}

/** @returns undefined when it is missing, incomplete or of another version */
function readRenderer(folder: string, version: string): Renderer | undefined {
  try {
    const kept = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    const { imports, styles } = kept;
    if (kept.version !== version || kept.files !== filesOf(folder, kept) || imports !== importsOf(kept))
      return undefined;
    return { entry: join(folder, kept.entry), assets: join(folder, kept.assets), imports, styles };
  } catch {
    return undefined;
  }
}

/** Raised when a component of the site cannot be compiled; the message says where and why. */
export class CannotCompile extends Error {}

/** What Vite says of a file: `[plugin astro:build] /site/content/components/Card.astro:2:11`, and what is wrong below. */
const FILE_FAULT = /^\[plugin [^\]]*\] (.+?):(\d+):\d+\n(?:\w*Error: )?(.+)$/m;

/** An error of Vite in words, where it is about what is compiled. */
function compileError(error: Error, { content }: Places): Error {
  const message = stripVTControlCharacters(error.message);
  if (!message.startsWith('Build failed') || fileFault(error)) return error;
  const [, file = '', line, what = ''] = FILE_FAULT.exec(message) ?? [];
  if (file === '' || !isInFolder(content, file)) {
    const text = message.replace(/\n +at [^]*$/, '');
    return new CannotCompile(`The pages cannot be compiled. Correct what is named here:\n${text}`, {
      cause: error,
    });
  }
  const where = `${relative(dirname(content), file).replaceAll(sep, '/')}:${line}`;
  return new CannotCompile(`${where} cannot be compiled: ${what.replace(/\.$/, '')}. Correct it.`, {
    cause: error,
  });
}

function processFault(code: number | null, signal: NodeJS.Signals | null): string {
  const advice = signal === 'SIGKILL' ? 'Give it more memory.' : 'Start the build again.';
  return `The pages cannot be compiled: the process that does it ended with ${signal ?? code}. ${advice}`;
}

function runJob(job: RendererJob, signal: AbortSignal): Promise<MadeRenderer> {
  return new Promise((resolve, reject) => {
    const child = fork(codeFile(import.meta, 'make-renderer-process'), {
      // Astro puts what renders pages beside what they name only below the folder that it is started in.
      cwd: job.folder,
      signal,
    });
    let answer: RendererAnswer | undefined;
    child.on('message', (message: RendererAnswer) => (answer = message));
    child.on('error', reject);
    child.on('close', (code, ending) => {
      if (!answer) reject(new CannotCompile(processFault(code, ending)));
      else if ('error' in answer) reject(compileError(unpackError(answer.error), job.places));
      else resolve(answer);
    });
    child.send(job);
  });
}
