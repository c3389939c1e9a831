import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeFile } from '../files/code-file.ts';
import { grammarName, type Block } from './highlight.ts';

type Highlight = (blocks: Block[]) => Promise<string[][]>;

/** Characters that a worker may have waiting more than another one before that one learns a language too. */
const TOLERANCE = 300_000;

type Helper = { worker: Worker; waiting: number };
type Answer = { id: number; lines?: string[][]; error?: unknown };

/**
 * A highlighter that spreads its calls over worker threads; they start with the first call.
 * To learn a language takes a worker longer than to colour a hundred files of it: each language goes to one worker, until
 * that one has much more to do than the others.
 * @returns the highlighter, and the function that ends its workers
 */
export function highlightPool(): { highlight: Highlight; close: () => Promise<void> } {
  const asked = new Map<number, { resolve: (lines: string[][]) => void; reject: (error: unknown) => void }>();
  const speakers = new Map<string, Set<Helper>>();
  let helpers: Helper[] | undefined;
  let next = 0;

  function start(): Helper {
    const worker = new Worker(codeFile(import.meta, 'highlight-worker'));
    worker.on('message', ({ id, lines, error }: Answer) => {
      if (lines) asked.get(id)?.resolve(lines);
      else asked.get(id)?.reject(error);
      asked.delete(id);
    });
    worker.on('error', (error) => asked.forEach(({ reject }) => reject(error)));
    return { worker, waiting: 0 };
  }

  function helperFor(lang: string): Helper {
    const all = (helpers ??= Array.from({ length: availableParallelism() }, start));
    const known = speakers.get(lang) ?? new Set();
    speakers.set(lang, known);
    const [freest, best] = [leastBusy(all), leastBusy([...known])];
    const chosen = best && best.waiting <= freest!.waiting + TOLERANCE ? best : freest!;
    known.add(chosen);
    return chosen;
  }

  async function ask(blocks: Block[], lang: string): Promise<string[][]> {
    const helper = helperFor(lang);
    const size = blocks.reduce((sum, { code }) => sum + code.length, 0);
    helper.waiting += size;
    const id = next++;
    try {
      return await new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        helper.worker.postMessage({ id, blocks });
      });
    } finally {
      helper.waiting -= size;
    }
  }

  return {
    async highlight(blocks) {
      const lines = Array<string[]>(blocks.length);
      const byLanguage = Map.groupBy(blocks.keys(), (i) => grammarName(blocks[i]!.lang) ?? 'text');
      const parts = [...byLanguage].map(async ([lang, places]) => {
        const found = await ask(
          places.map((i) => blocks[i]!),
          lang,
        );
        places.forEach((place, i) => (lines[place] = found[i]!));
      });
      await Promise.all(parts);
      return lines;
    },
    close: async () => {
      await Promise.all((helpers ?? []).map(({ worker }) => worker.terminate()));
    },
  };
}

function leastBusy(helpers: Helper[]): Helper | undefined {
  return helpers.toSorted((a, b) => a.waiting - b.waiting)[0];
}
