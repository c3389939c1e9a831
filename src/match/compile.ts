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
  /** Compiled when they are first read: few guides of an index are candidates for a text. */
  readonly causes: CompiledCause[];
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
  const guides = index.guides.map((guide): CompiledGuide => {
    let causes: CompiledCause[] | undefined;
    return {
      guide,
      framework: frameworks.get(guide.id.split('/', 1)[0] ?? ''),
      messages: guide.messages.map(compileTemplate),
      get causes() {
        return (causes ??= compileCauses(guide));
      },
    };
  });
  const compiled: Compiled = { guides, byType: new Map(), byCode: new Map(), byWord: new Map() };
  const frequency = wordFrequency(guides);
  for (const compiledGuide of guides) {
    for (const name of compiledGuide.guide.exceptions)
      add(compiled.byType, lastSegment(name).toLowerCase(), compiledGuide);
    for (const code of compiledGuide.guide.codes) add(compiled.byCode, code.toLowerCase(), compiledGuide);
    for (const word of wordsOfGuide(compiledGuide, frequency))
      if (word !== '') add(compiled.byWord, word, compiledGuide);
  }
  return compiled;
}

/** The guides of an index, each with the word that each of its messages is looked up by; empty for a message without any. */
export function lookupWords(index: MatchIndex): { guide: MatchGuide; words: string[] }[] {
  const { guides } = compileIndex(index);
  const frequency = wordFrequency(guides);
  return guides.map((compiled) => ({ guide: compiled.guide, words: wordsOfGuide(compiled, frequency) }));
}

/** How many messages of all guides have a word. */
function wordFrequency(guides: CompiledGuide[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { messages } of guides) {
    for (const word of messages.flatMap((template) => template.words))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return frequency;
}

/** The word that a bucket names for each message, as its guides alone do not tell which is rare; else the rarest. */
function wordsOfGuide({ guide, messages }: CompiledGuide, frequency: Map<string, number>): string[] {
  const rarest = ({ words }: Template) =>
    words.toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || b.length - a.length)[0];
  return messages.map(
    (message, i) => (guide.words ? message.words[guide.words[i] as number] : rarest(message)) ?? '',
  );
}

const compileCauses = ({ causes }: MatchGuide): CompiledCause[] =>
  Object.entries(causes).map(([id, signals]) => ({ id, signals: compileSignals(signals) }));

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
