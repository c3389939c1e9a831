import { appFrame } from '../../match/index.ts';
import type { Exception, Frame, Trace } from '../../trace/types.ts';

/** What a page says of an error: small, whatever the size of its trace. */
export type ErrorSummary = {
  format: string;
  language: string;
  root: Named;
  /** From what was reported to the root, each with how the one before came by it. One when nothing was wrapped. */
  chain: (Named & { by?: 'cause' | 'context' | 'group' })[];
  /** The program's own frame nearest to the failure. */
  own?: Pick<Frame, 'file' | 'line' | 'function'>;
  /** Files of the program, the nearest to the failure first, each once. */
  ownFiles: string[];
  frames: number;
  ownFrames: number;
  /** Libraries that its frames are in. */
  packages: string[];
};

export type Named = { type: string; message: string; code?: string };

const MOST_FILES = 6;
const MOST_PACKAGES = 8;
const MOST_LINKS = 12;
const MOST_TEXT = 2000;

/** Reads a trace out. */
export function summarize(trace: Trace): ErrorSummary {
  const frames = trace.exceptions.flatMap((exception) => exception.frames);
  const own = appFrame(trace);
  const ownFrames = frames.filter(({ origin }) => origin === 'app');
  const files = [own?.file, ...ownFrames.map(({ file }) => file)].filter((file) => file !== undefined);
  const packages = frames
    .filter(({ origin }) => origin === 'library')
    .flatMap((frame) => frame.package ?? []);
  return {
    format: trace.format,
    language: trace.language,
    root: named(trace.exceptions[trace.root]!),
    chain: chainOf(trace),
    ...(own === undefined ? {} : { own }),
    ownFiles: [...new Set(files)].slice(0, MOST_FILES),
    frames: frames.length,
    ownFrames: ownFrames.length,
    packages: [...new Set(packages)].slice(0, MOST_PACKAGES),
  };
}

function chainOf({ exceptions, reported, root }: Trace): ErrorSummary['chain'] {
  const step = reported <= root ? 1 : -1;
  const chain: ErrorSummary['chain'] = [named(exceptions[reported]!)];
  for (let at = reported; at !== root;) {
    at += step;
    const exception = exceptions[at]!;
    if (exception.relation === 'suppressed') continue;
    chain.push({ ...named(exception), by: exception.relation ?? 'cause' });
  }
  return chain.length <= MOST_LINKS ? chain : [...chain.slice(0, MOST_LINKS - 1), chain.at(-1)!];
}

function named({ type, message, code }: Exception): Named {
  return { type, message: message.slice(0, MOST_TEXT), ...(code === undefined ? {} : { code }) };
}
