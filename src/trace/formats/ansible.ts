import { defineLanguage } from '../languages.ts';
import { type Format, type ParseResult, exceptionResult } from '../format.ts';
import type { Line } from '../line.ts';
import { joinMessage } from '../message.ts';
import { toAppFrame } from '../location.ts';
import { findLine, skipLines } from '../find-lines.ts';
import type { Frame } from '../types.ts';

const MAX_RESULT = 80;

/** Ansible: a task that failed on a host, with its result in any form, and what is wrong with a playbook. */
export const ansible: Format = {
  id: 'ansible',
  language: defineLanguage({ id: 'ansible', isTool: true }),
  triggers: ['FAILED! =>', 'UNREACHABLE! =>', 'failed: [', 'ERROR! ', '[ERROR]: '],
  lineStarts: {
    // fatal: [web]: FAILED! => {…} · PLAY RECAP ***
    inside: ['(?:fatal|failed): \\[[^\\]\\s]{1,400}\\](?:: [A-Z]{6,12}!| \\(item=)', 'PLAY RECAP \\*'],
  },
  logTriggers: ['FAIL', 'UNREACHABLE! =>', 'failed: ['],
  parse: (lines, from) => parseTask(lines, from) ?? parsePlaybook(lines, from),
};

// fatal: [localhost]: FAILED! => {"changed": false, "msg": "…"} · failed: [web] (item=a) => {…} · fatal: [web]: UNREACHABLE! => {
const TASK =
  /^\s*(?<type>fatal|failed): \[[^\]\s]{1,400}(?: -> [^\]]{1,400})?\](?:: (?:FAILED|UNREACHABLE)!| \(item=.{0,400}?\)) => ?(?<result>.*)$/;
const START = /^(?:TASK|PLAY|RUNNING HANDLER)\b|^(?:ok|changed|skipping|fatal|failed): \[/;

function parseTask(lines: Line[], from: number): ParseResult | undefined {
  const { type = '', result = '' } = TASK.exec((lines[from] as Line).text.slice(0, 60_000))?.groups ?? {};
  if (type === '') return undefined;
  const isWhole = /^\{.*\}$/.test(result);
  const next = isWhole
    ? from + 1
    : skipLines(
        lines,
        from + 1,
        from + MAX_RESULT,
        (text) => !START.test(text) && !/^\.{3}ignoring$/.test(text),
      );
  // It failed, and the playbook went on as it was told to.
  if (findLine(lines, next, next + 2, (text) => /^\.{3}ignoring$/.test(text)) !== undefined) return undefined;
  const end = isWhole ? next : resultEnd(lines, from, next, result.startsWith('{'));
  const all = joinMessage(result, lines, from + 1, end);
  const traced = valueOf(all, 'module_stderr') ?? valueOf(all, 'exception') ?? '';
  const inner = findLine(lines, from + 1, end, (text) => text.includes('Traceback (most recent call last)'));
  const { message, frames } = located(messageOf(all), (lines[from] as Line).inputLine);
  const code = /"?\brc"?: (\d{1,3})\b/.exec(all)?.[1];
  const found = exceptionResult(lines, from, inner ?? end, { type, message, code, frames });
  if (inner !== undefined) return { ...found, refersTo: 'next' };
  // A module that crashed: its traceback is in a field.
  return traced.includes('Traceback (most')
    ? { ...found, inside: toInside(traced, lines[from] as Line) }
    : found;
}

const toInside = (text: string, { inputLine, lastInputLine }: Line): Line[] =>
  text
    .split('\n')
    .map((one) => ({ text: one, inputLine, lastInputLine, hasLogPrefix: false, isInfo: false }));

/** The line behind a result of several lines: its closing bracket, or the empty line below YAML. */
const resultEnd = (lines: Line[], from: number, to: number, isObject: boolean) =>
  (findLine(lines, from + 1, to, (text) => (isObject ? text.endsWith('}') : text === '')) ?? to - 1) + 1;

/** What a result says: its `msg`, and of a command also what it wrote to its standard error. */
function messageOf(result: string): string {
  const message = valueOf(result, 'msg') ?? valueOf(result, 'reason') ?? result.replace(/^\{|\}$/g, '');
  const errors = message.startsWith('non-zero return code') ? (valueOf(result, 'stderr') ?? '') : '';
  return `${message}\n${errors}`.trim();
}

/** The value of a field, as JSON or as YAML prints it. */
function valueOf(text: string, field: string): string | undefined {
  const json = new RegExp(`"${field}": ?"((?:\\\\.|[^"\\\\]|"(?!, "|\\}|,?\\n|,?$)){1,20000})"`).exec(
    text,
  )?.[1];
  if (json !== undefined)
    return json
      .replace(/(?:\\r)?\\n/g, '\n')
      .replace(/\\t/g, '\t')
      .replace(/\\(["'\\])/g, '$1');
  const yaml = new RegExp(`^\\s+${field}: (?:\\|-?\\n((?:[ \\t]{4,}.*\\n?){1,80})|(.+)$)`, 'm').exec(text);
  return yaml === null
    ? undefined
    : (yaml[1]?.replace(/^\s+/gm, '') ?? yaml[2] ?? '').replace(/^(['"])(.*)\1$/, '$2');
}

// The error appears to be in '/srv/app/site.yml': line 4, column 7, but may be elsewhere …
const LOCATION =
  /\n\s*(?:The error appears to (?:be|have been) in '(?<file>[^'\n]{1,400})': line (?<line>\d+), column (?<column>\d+)|Origin: (?<origin>[^\n:]{1,400}):(?<row>\d+):(?<col>\d+))/;

function located(text: string, inputLine: number): { message: string; frames: Frame[] } {
  const place = LOCATION.exec(text);
  const { file, line, column, origin, row, col } = place?.groups ?? {};
  const path = file ?? origin;
  return {
    message: text.slice(0, place?.index).trim(),
    frames: path === undefined ? [] : [toAppFrame(inputLine, path, line ?? row, column ?? col)],
  };
}

// ERROR! couldn't resolve module/action 'shop_open'. · [ERROR]: Task failed: … with `Origin: site.yml:4:7` below
const PLAYBOOK = /^\s*(?:(?<type>ERROR)! |\[(?<other>ERROR)\]: )(?<message>\S.*)$/;

function parsePlaybook(lines: Line[], from: number): ParseResult | undefined {
  const {
    type,
    other,
    message = '',
  } = PLAYBOOK.exec((lines[from] as Line).text.slice(0, 8000))?.groups ?? {};
  if (message === '') return undefined;
  const isPlace = (text: string) => /^(?:The error appears to |Origin: )/.test(text);
  const place = findLine(lines, from + 1, from + 20, isPlace, (text) => START.test(text));
  // Others write `[ERROR]: ` as well.
  if (type === undefined && (other === undefined || place === undefined)) return undefined;
  const end = place ?? skipLines(lines, from + 1, from + 8, (text) => text !== '' && !START.test(text));
  const said = joinMessage(message, lines, from + 1, place === undefined ? end : place + 1);
  const { message: told, frames } = located(said, (lines[from] as Line).inputLine);
  const next =
    place === undefined
      ? end
      : (findLine(lines, place, place + 14, (text) => /^\s*\^( here)?$/.test(text)) ?? place) + 1;
  return exceptionResult(lines, from, next, { type: 'ERROR', message: told, frames });
}
