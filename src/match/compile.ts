import { lastSegment } from '../trace/last-segment.ts';
import { compileTemplate, type Template } from './template.ts';
import type { MatchFramework, MatchGuide, MatchIndex, SignalField, Signals } from './types.ts';

/** An index made ready: every guide can be looked up by type, by code and by a word of its messages. */
export type Compiled = {
  guides: CompiledGuide[];
  byType: Map<string, CompiledGuide[]>;
  byCode: Map<string, CompiledGuide[]>;
  /** By the rarest word of each message template. */
  byWord: Map<string, CompiledGuide[]>;
};

export type CompiledGuide = {
  guide: MatchGuide;
  framework: MatchFramework | undefined;
  messages: Template[];
  causes: CompiledCause[];
};

/** One cause, by its id. */
export type CompiledCause = { id: string; signals: CompiledSignal[] };
export type CompiledSignal = { place: SignalField; template: Template };

const cache = new WeakMap<MatchIndex, Compiled>();

/** Compiles an index once; the same index is never compiled twice. */
export function compileIndex(index: MatchIndex): Compiled {
  let compiled = cache.get(index);
  if (compiled === undefined) cache.set(index, (compiled = buildLookups(index)));
  return compiled;
}

function buildLookups(index: MatchIndex): Compiled {
  const frameworks = new Map(index.frameworks.map((framework) => [framework.id, framework]));
  const guides = index.guides.map((guide) => ({
    guide,
    framework: frameworks.get(guide.id.split('/', 1)[0] ?? ''),
    messages: guide.messages.map(compileTemplate),
    causes: Object.entries(guide.causes).map(([id, signals]) => ({ id, signals: compileSignals(signals) })),
  }));
  const compiled: Compiled = { guides, byType: new Map(), byCode: new Map(), byWord: new Map() };
  const frequency = new Map<string, number>();
  for (const { messages } of guides) {
    for (const word of messages.flatMap((template) => template.words))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  for (const compiledGuide of guides) {
    for (const name of compiledGuide.guide.exceptions)
      add(compiled.byType, lastSegment(name).toLowerCase(), compiledGuide);
    for (const code of compiledGuide.guide.codes) add(compiled.byCode, code.toLowerCase(), compiledGuide);
    for (const template of compiledGuide.messages) {
      const rarest = template.words.toSorted(
        (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || b.length - a.length,
      )[0];
      if (rarest !== undefined) add(compiled.byWord, rarest, compiledGuide);
    }
  }
  return compiled;
}

function compileSignals(signals: Signals): CompiledSignal[] {
  return (Object.entries(signals) as [SignalField, string[]][]).flatMap(([place, templates]) =>
    templates.map((template) => ({ place, template: compileTemplate(template) })),
  );
}

function add(map: Map<string, CompiledGuide[]>, key: string, compiledGuide: CompiledGuide): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [compiledGuide]);
  else if (!list.includes(compiledGuide)) list.push(compiledGuide);
}
