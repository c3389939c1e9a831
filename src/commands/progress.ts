/** Shows how far a list of steps is. */
export type Progress = {
  /** Prints the line of a step that is done. */
  add(line: string): void;
  /** Takes the bar away. */
  end(): void;
};

const WIDTH = 30;

/**
 * Makes a display of progress: lines alone, and on a terminal a bar below them.
 * @param total number of steps
 * @param print prints a line
 */
export function createProgress(
  total: number,
  print: (line: string) => void,
  terminal: NodeJS.WriteStream = process.stdout,
): Progress {
  const hasBar = terminal.isTTY === true && print === console.log;
  let done = 0;
  const clear = () => terminal.write('\r\x1b[K');
  const draw = () => {
    const filled = Math.round((done / total) * WIDTH);
    terminal.write(`[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done} of ${total}`);
  };
  if (hasBar) draw();
  return {
    add(line) {
      done += 1;
      if (hasBar) clear();
      print(line);
      if (hasBar) draw();
    },
    end() {
      if (hasBar) clear();
    },
  };
}
