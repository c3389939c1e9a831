import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { matchIndex } from '../guide/index.ts';
import type { Cause, Content, Framework, Guide } from '../guide/read.ts';
import { proveCause, type Outcome } from './cause.ts';
import type { CauseJob } from './runs.ts';
import { runtimes } from './runtimes/index.ts';
import type { Missing, Toolchain } from './runtimes/types.ts';
import type { Session } from './sandbox/session.ts';

export type ProveOptions = {
  /** Makes the runs. */
  session: Session;
  /** `FRAMEWORK[/GUIDE[/CAUSE]]`; all when absent. */
  selection?: string | undefined;
  /** Write the records instead of comparing with them. */
  update: boolean;
  /** Folder for what is installed, kept between runs. */
  cache: string;
  /** Called for each cause as soon as it is done. */
  report: (name: string, outcome: Outcome, seconds: number) => void;
};

export type Counts = { proved: number; failed: number; skipped: number };

/** Proves the selected causes of a content folder. */
export async function proveContent(content: Content, options: ProveOptions): Promise<Counts> {
  const counts: Counts = { proved: 0, failed: 0, skipped: 0 };
  const index = matchIndex(content);
  // Most runs wait more than they calculate.
  const turn = turns(Math.min(4, availableParallelism() + 1));
  const prepared = new Map<Framework, ReturnType<typeof prepare>>();
  const prepareOnce = (framework: Framework) => {
    if (!prepared.has(framework)) prepared.set(framework, prepare(framework, options.cache));
    return prepared.get(framework)!;
  };

  await Promise.all(
    selectCauses(content, options.selection).map(async ({ guide, cause }) => {
      const toolchain = await prepareOnce(guide.framework);
      let seconds = 0;
      const timedTurn: CauseJob['turn'] = (action) =>
        turn(async () => {
          const start = performance.now();
          try {
            return await action();
          } finally {
            seconds += (performance.now() - start) / 1000;
          }
        });
      const outcome: Outcome =
        'outcome' in toolchain
          ? toolchain.outcome
          : await proveCause(
              { cause, guide, toolchain, index, session: options.session, turn: timedTurn },
              options.update,
            );
      counts[outcome.status] += 1;
      options.report(`${guide.id}/${cause.id}`, outcome, seconds);
    }),
  );
  return counts;
}

/** The causes whose `framework/guide/cause` begins with the selected names. */
export function selectCauses(
  content: Content,
  selection: string | undefined,
): { guide: Guide; cause: Cause }[] {
  const wanted = selection?.replace(/\/+$/, '').split('/') ?? [];
  const all = content.guides.flatMap((guide) => guide.causes.map((cause) => ({ guide, cause })));
  return all.filter(({ guide, cause }) => {
    const names = [...guide.id.split('/'), cause.id];
    return wanted.every((name, place) => names[place] === name);
  });
}

async function prepare(framework: Framework, cache: string): Promise<Toolchain | { outcome: Outcome }> {
  const { runtime: id, services } = framework.facts;
  const where = `${framework.id}/framework.yaml`;
  const runtime = runtimes[id];
  if (!runtime) {
    const known = Object.keys(runtimes).join(', ');
    return failed(
      `${where}: runtime must be one of ${known}, found "${id}". Name one, or add src/prove/runtimes/${id}.ts.`,
    );
  }
  if (services.length > 0) {
    return failed(
      `${where}: services must be empty, found "${services.join(', ')}". Prove can start none yet.`,
    );
  }
  try {
    const toolchain: Toolchain | Missing = await runtime.prepare(framework.lock, join(cache, 'prove'));
    return 'missing' in toolchain ? { outcome: { status: 'skipped', reason: toolchain.missing } } : toolchain;
  } catch (error) {
    return failed(`${framework.id}: its runtime could not be prepared. ${(error as Error).message}`);
  }
}

function failed(problem: string): { outcome: Outcome } {
  return { outcome: { status: 'failed', problems: [problem] } };
}

/** Lets so many actions go at once; the others wait for their turn. */
function turns(places: number): <T>(action: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  return async (action) => {
    if (places > 0) places -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await action();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else places += 1;
    }
  };
}
