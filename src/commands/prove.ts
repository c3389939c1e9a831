import { resolve } from 'node:path';
import { formatProblem } from '../guide/problems.ts';
import { readContent } from '../guide/read.ts';
import type { Outcome } from '../prove/cause.ts';
import { proveContent, selectCauses, type Counts } from '../prove/prove.ts';
import { Interrupted } from '../prove/sandbox/errors.ts';
import { openSession } from '../prove/sandbox/session.ts';

/**
 * Proves the guides: runs their code and compares what it prints with the record.
 * Prints one line a cause and the counts.
 * @returns the exit code: 0 when all that this machine can prove is proved, 1 when some is not or nothing was, 2 on
 *   bad use, 130 when interrupted
 */
export async function prove(
  selection: string | undefined,
  options: { update?: boolean },
  folders = { content: resolve('content'), cache: resolve('.cache') },
  print: (line: string) => void = console.log,
): Promise<number> {
  const { content, problems } = await readContent(folders.content);
  for (const problem of problems) print(formatProblem(problem));
  if (selectCauses(content, selection).length === 0) {
    const known = content.guides.map(({ id }) => id).join(', ') || 'no guide';
    print(
      selection
        ? `No cause is named "${selection}". Say FRAMEWORK, FRAMEWORK/GUIDE or FRAMEWORK/GUIDE/CAUSE; there is ${known}.`
        : `There is nothing to prove in ${folders.content}.`,
    );
    return selection && problems.length === 0 ? 2 : 1;
  }

  const session = await openSession({ print });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, session.stop);
  let counts: Counts;
  try {
    counts = await proveContent(content, {
      session,
      selection,
      update: options.update ?? false,
      cache: folders.cache,
      report: (name, outcome, seconds) => print(describe(name, outcome, seconds)),
    });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    print('Interrupted: what was running has been stopped.');
    return 130;
  } finally {
    for (const signal of signals) process.off(signal, session.stop);
    await session.close();
  }
  print(`${counts.proved} proved, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (counts.proved === 0) print('Nothing was proved, so this run says nothing about the guides.');
  return counts.failed === 0 && counts.proved > 0 && problems.length === 0 ? 0 : 1;
}

function describe(name: string, outcome: Outcome, seconds: number): string {
  if (outcome.status === 'skipped') return `skipped ${name}: ${outcome.reason}`;
  if (outcome.status === 'proved') {
    return `proved  ${name} (${seconds.toFixed(1)} s)${outcome.note ? `: ${outcome.note}` : ''}`;
  }
  return [`failed  ${name}`, ...outcome.problems.map((problem) => problem.replace(/^/gm, '  '))].join('\n');
}
