import { fileFault } from '../files/file-fault.ts';
import { missingContent, shownFolder, unfitOut, type Places } from '../files/places.ts';
import { basePath, loadContent, type Loaded } from '../guide/load-content.ts';
import { ContentError, formatProblem } from '../guide/problems.ts';
import { checkRunners } from '../prove/check-runners.ts';
import { BuildRunning, buildSite } from '../site/build.ts';
import { CannotCompile } from '../site/renderer/make-renderer.ts';
import { CannotReplace } from '../site/replace-folder.ts';
import { serveSite } from '../site/serve.ts';
import { readContent } from '../guide/content.ts';
import { stepProgress } from './step-progress.ts';

/** Where a command serves the site. */
export type Address = { host: string; port: number };

/** Builds the site; 0 when it stands in its folder, 1 when the content has problems, 2 when there is none. */
export async function build(places: Places): Promise<number> {
  const fault = missingContent(places) ?? unfitOut(places);
  if (fault) return refuse(fault);
  const out = shownFolder(places.out);
  const start = performance.now();
  const progress = stepProgress();
  try {
    const { guides, pages, kept, bytes } = await buildSite(places, progress.show);
    progress.end();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const megabytes = (bytes / 1e6).toFixed(1);
    console.log(
      `Built ${out}: ${counted(guides, 'guide')}, ${pages} pages (${kept} as before), ${megabytes} MB, in ${seconds} s.`,
    );
    return 0;
  } catch (error) {
    progress.end();
    if (
      [BuildRunning, CannotReplace, CannotCompile].some((known) => error instanceof known) ||
      (error as Error).name === 'CannotRender'
    ) {
      console.error((error as Error).message);
      return 1;
    }
    const problem = contentErrorIn(error);
    if (!problem) throw error;
    console.error(`${problem.message}\nNothing was built; ${out} is as it was.`);
    return 1;
  }
}

/** Builds the site and serves that build until the process is ended. */
export async function start(places: Places, { host, port }: Address): Promise<number> {
  const failed = await build(places);
  if (failed) return failed;
  const { content } = readContent(places.content);
  try {
    const { url } = await serveSite(places.out, basePath(content.site.url), host, port);
    console.log(`Tracebook is at ${url} (Ctrl-C ends it).`);
    return 0;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      console.error(
        `Port ${port} at ${host} is taken. Choose another: npx tracebook start --port ${port + 1}`,
      );
    } else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') {
      console.error(
        `Nothing can listen at ${host}, port ${port} (${code}). Choose an address of this machine.`,
      );
    } else throw error;
    return 1;
  }
}

/** Checks the content without running its code; 0 when it has no problem, 1 when it has some, 2 when there is none. */
export async function check(places: Places): Promise<number> {
  const missing = missingContent(places);
  if (missing) return refuse(missing);
  let loaded: Loaded;
  try {
    loaded = await loadContent(places);
  } catch (error) {
    const fault = fileFault(error);
    if (!fault) throw error;
    console.error(fault);
    return 1;
  }
  const { content } = loaded;
  const problems = [...loaded.problems, ...checkRunners(content)];
  for (const problem of problems) console.error(formatProblem(problem));
  const causes = content.guides.reduce((sum, guide) => sum + guide.causes.length, 0);
  const size = `${counted(content.guides.length, 'guide')}, ${counted(causes, 'cause')}`;
  console.log(
    problems.length === 0 ? `${size}: no problem.` : `${size}: ${counted(problems.length, 'problem')}.`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** `1 guide`, `2 guides`. */
function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function refuse(message: string): number {
  console.error(message);
  return 2;
}

/** Astro may wrap an error of the loader; the cause chain leads to it. */
function contentErrorIn(error: unknown): Error | undefined {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof ContentError || inner.name === 'ContentError') return inner;
  }
  return undefined;
}
