import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { temporaryProject } from '../guide/project.ts';
import { measure, NotMeasured } from './build/measure.ts';
import { writeSyntheticContent } from './build/synthetic-content.ts';
import { bytesPerPage, clean, peer, peerNames, tracebook, type PeerName, type Tool } from './build/tools.ts';

const kinds = ['cold', 'warm', 'edit'] as const;
type Run = {
  tool: Tool['name'];
  guides: number;
  kind: (typeof kinds)[number];
  seconds: number;
  pagesPerSecond: number;
  cpuSeconds: number;
  megabytes: number;
  bytesPerPage: number;
  search: boolean;
  /** Why there are no figures. */
  failed?: string;
};

/** Seconds after which a build of another tool is ended. */
const LIMIT = 900;

export type BuildOptions = {
  guides?: number;
  runs?: number;
  peers?: string[];
  /** The guide of the project that all are drawn after: `celery/worker-lost-error`. */
  model?: string;
  json?: boolean;
};

/**
 * Builds a site of synthetic guides by this project and by others, from the same Markdown, in turn: cold, warm, and after
 * the edit of one guide. Prints a table, or one line of JSON.
 */
export async function run({
  guides = 300,
  runs = 1,
  peers,
  model,
  json = false,
}: BuildOptions = {}): Promise<void> {
  const names = (peers ?? [...peerNames]).map(checkPeer);
  const say = json ? console.error : console.log;
  const dir = mkdtempSync(join(tmpdir(), 'tracebook-bench-'));
  const root = await temporaryProject();
  const tools: Tool[] = [];
  try {
    rmSync(join(root, 'content'), { recursive: true });
    const { ids, models } = writeSyntheticContent(join(root, 'content'), guides, {
      ...(model !== undefined && { only: model }),
    });
    say(
      `${guides} guides drawn after ${models.length} of the project's, on ${availableParallelism()} cores with ${Math.round(totalmem() / 2 ** 30)} GB.\n`,
    );
    say(header);
    tools.push(tracebook(root, ids));
    const results: Run[] = [];
    for (let round = 1; round <= runs; round++) {
      for (let i = 0; i < tools.length; i++) {
        for (const kind of kinds) {
          const result = await measureBuild(tools[i]!, kind, ids, round);
          results.push(result);
          say(row(result));
        }
        if (round > 1 || i > 0) continue;
        // The others take the Markdown that the first build made.
        const twins = new Map(
          ids.map((id) => [id, readFileSync(join(root, 'dist', 'guides', `${id}.md`), 'utf8')]),
        );
        for (const name of names) tools.push(peer(name, dir, twins));
      }
    }
    if (json) console.log(JSON.stringify({ runs: results }));
  } finally {
    for (const folder of [root, dir, ...tools.map((tool) => tool.root)])
      rmSync(folder, { recursive: true, force: true });
  }
}

function checkPeer(name: string): PeerName {
  const found = peerNames.find((known) => known === name);
  if (!found) throw new Error(`There is no peer "${name}". Known: ${peerNames.join(', ')}.`);
  return found;
}

async function measureBuild(tool: Tool, kind: Run['kind'], ids: string[], round: number): Promise<Run> {
  if (kind === 'cold') clean(tool);
  if (kind === 'edit') tool.edit(round);
  const run = { tool: tool.name, guides: ids.length, kind, search: tool.hasSearch };
  try {
    const limit = tool.name === 'tracebook' ? Infinity : LIMIT;
    const { seconds, cpuSeconds, megabytes } = await measure(tool.command, tool.root, {}, limit);
    return {
      ...run,
      seconds: round2(seconds),
      pagesPerSecond: round2(ids.length / seconds),
      cpuSeconds: round2(cpuSeconds),
      megabytes: Math.round(megabytes),
      bytesPerPage: Math.round(bytesPerPage(tool, ids)),
    };
  } catch (error) {
    // Without a build of this project, the others have nothing to build.
    if (!(error instanceof NotMeasured) || tool.name === 'tracebook') throw error;
    const none = { seconds: 0, pagesPerSecond: 0, cpuSeconds: 0, megabytes: 0, bytesPerPage: 0 };
    return { ...run, ...none, failed: error.message };
  }
}

const round2 = (value: number) => Math.round(value * 100) / 100;

const columns = ['guides/s', 'seconds', 'CPU s', 'MB at most', 'B a page', 'search'];
const header = `  ${'tool'.padEnd(11)}${'build'.padEnd(6)}${columns.map((name) => name.padStart(12)).join('')}`;

function row(run: Run): string {
  const name = `  ${run.tool.padEnd(11)}${run.kind.padEnd(6)}`;
  if (run.failed !== undefined) return `${name}    ${run.failed}`;
  const cells = [
    run.pagesPerSecond.toFixed(1),
    run.seconds.toFixed(1),
    run.cpuSeconds.toFixed(1),
    String(run.megabytes),
    String(run.bytesPerPage),
    run.search ? 'yes' : 'no',
  ];
  return `${name}${cells.map((cell) => cell.padStart(12)).join('')}`;
}
