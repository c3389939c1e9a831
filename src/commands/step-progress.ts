const WIDTH = 30;
/** Milliseconds before anything is shown: a short wait needs no words. */
const PATIENCE = 2000;
/** Milliseconds between two pictures of the bar. */
const INTERVAL = 100;

/** Shows what a long action does. */
export type StepProgress = {
  /** @param share how far the action is, from 0 to 1 */
  show(step: string, share: number): void;
  /** Takes the bar away. */
  end(): void;
};

/**
 * Makes a display of an action that takes more than two seconds: a bar on a terminal, elsewhere a line for each new step.
 * @param clock gives milliseconds
 */
export function stepProgress(
  terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  clock: () => number = () => performance.now(),
): StepProgress {
  const start = clock();
  let shownStep = '';
  let shownAt = -Infinity;
  let hasBar = false;
  return {
    show(step, share) {
      const now = clock();
      if (now - start < PATIENCE) return;
      if (terminal.isTTY) {
        if (now - shownAt < INTERVAL && step === shownStep) return;
        const filled = Math.round(share * WIDTH);
        const bar = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}]`;
        terminal.write(`\r\x1b[K${bar} ${Math.round(share * 100)} % ${step}`);
        hasBar = true;
      } else if (step !== shownStep) terminal.write(`${step} (${Math.round(share * 100)} %)\n`);
      shownStep = step;
      shownAt = now;
    },
    end() {
      if (hasBar) terminal.write('\r\x1b[K');
      hasBar = false;
    },
  };
}
