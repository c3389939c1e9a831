import { languages } from '../../languages.ts';
import { type Format, exceptionResult } from '../../format.ts';
import { isExceptionName } from '../../exception-header.ts';
import { indentWidth, type Line, textAt } from '../../line.ts';
import type { Frame } from '../../types.ts';
import { parseV8Frame } from './v8-frame.ts';

const MAX_LINES = 200;

/** A failed test in the Test Anything Protocol: its name, then what is known of the failure as YAML. */
export const tap: Format = {
  id: 'tap',
  language: languages.javascript,
  triggers: ['not ok '],
  logTriggers: ['not ok '],
  parse(lines, from) {
    const title = /^\s*not ok \d+(?: - (.{1,400}?))?(?: # .{0,400})?$/.exec(textAt(lines, from));
    if (title === null || / # (?:TODO|SKIP)\b/i.test(title[0]) || !/^\s*---$/.test(textAt(lines, from + 1)))
      return undefined;
    const { facts, frames, next } = parseYaml(lines, from + 2);
    // A suite fails with the tests in it.
    if (facts.error === undefined && frames.length === 0) return undefined;
    if (/subtestsFailed/.test(facts.failureType ?? '')) return undefined;
    const isNamed = facts.name !== undefined && isExceptionName(facts.name);
    return exceptionResult(lines, from, next, {
      type: isNamed ? (facts.name ?? '') : 'error',
      message: (facts.error ?? title[1] ?? '').trim(),
      code: facts.code === 'ERR_TEST_FAILURE' ? undefined : facts.code,
      frames,
    });
  },
};

type Facts = Partial<Record<string, string>>;

/** `key: value`, `key: 'value'`, and `key: |-` with the value's lines further in. */
function parseYaml(lines: Line[], from: number): { facts: Facts; frames: Frame[]; next: number } {
  const facts: Facts = {};
  const frames: Frame[] = [];
  const margin = indentWidth((lines[from] ?? { text: '' }).text);
  let key = '';
  let index = from;
  for (; index < lines.length && index < from + MAX_LINES; index++) {
    const { text, inputLine } = lines[index] as Line;
    if (/^\s*\.\.\.$/.test(text)) return { facts, frames, next: index + 1 };
    const pair = /^\s*(\w{1,80}): (.*)$/.exec(text.slice(0, 2000));
    if (pair?.[1] !== undefined && indentWidth(text) <= margin) {
      key = pair[1];
      facts[key] = unquoted(pair[2] ?? '');
      continue;
    }
    // Node leaves out the `at`.
    const frame = key === 'stack' ? parseV8Frame(`at ${text.trim().replace(/^at /, '')}`) : undefined;
    if (frame !== undefined) frames.push({ ...frame, inputLine });
    else if (/^[|>]-?$|\n/.test(facts[key] ?? ''))
      facts[key] = `${(facts[key] ?? '').replace(/^[|>]-?$/, '')}\n${text.trim()}`;
  }
  return { facts, frames, next: index };
}

function unquoted(value: string): string {
  const quote = value[0];
  if (value.length < 2 || (quote !== "'" && quote !== '"') || !value.endsWith(quote)) return value;
  return value.slice(1, -1).replaceAll(quote === "'" ? "''" : '\\"', quote);
}
