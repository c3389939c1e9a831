import { parse } from '../../../src/trace/index.ts';

/** What a parser says of a text: the type of the failure, when it names one, and the number of its frames. */
export type Answer = { type?: string | undefined; frames: number };
export type Parser = (text: string) => Answer;

type Module = Record<string, unknown> & { default?: unknown };

/** How each parser is called: they have no shape in common. Those of npm read frames and leave the type to the caller. */
const calls: Record<string, (module: Module) => Parser> = {
  'error-stack-parser': (module) => {
    const { default: parser } = module.default as { default: { parse(error: unknown): unknown[] } };
    return (text) => ({ frames: parser.parse(Object.assign(new Error('x'), { stack: text })).length });
  },
  'stacktrace-parser': (module) => {
    const read = module['parse'] as (text: string) => unknown[];
    return (text) => ({ frames: read(text).length });
  },
  stacktracey: (module) => {
    const StackTracey = module.default as new (text: string) => { items: unknown[] };
    return (text) => ({ frames: new StackTracey(text).items.length });
  },
  'stack-utils': (module) => {
    const utils = new (module.default as new () => { parseLine(line: string): unknown })();
    return (text) => ({ frames: text.split('\n').filter((line) => utils.parseLine(line) !== null).length });
  },
  '@sentry/browser': (module) => {
    const read = module['defaultStackParser'] as (text: string) => unknown[];
    return (text) => ({ frames: read(text).length });
  },
};

export const names = ['tracebook', ...Object.keys(calls)];

/** Loads one of the parsers. */
export async function load(name: string): Promise<Parser> {
  const call = calls[name];
  if (call !== undefined) return call((await import(name)) as Module);
  return (text) => {
    const trace = parse(text)[0];
    const root = trace?.exceptions[trace.root];
    return { type: root?.type, frames: root?.frames.length ?? 0 };
  };
}
