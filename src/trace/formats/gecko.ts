import { type Format, reading } from '../format.ts';
import { isExceptionName, readHead } from '../head.ts';
import type { Line } from '../line.ts';
import type { Exception, Frame } from '../types.ts';
import { origin } from './node/frame.ts';

/** Stacks of Firefox and Safari: `function@address:line:column`, without a head of their own. */
export const gecko: Format = {
  id: 'gecko',
  hint: /^Uncaught |^\s*(?:global|module|eval) code@|^Unhandled Promise|^\s*[^\s@]{0,200}@(?:https?:|file:|webpack|moz-extension:|safari-|resource:|chrome:|blob:|\[native code\]|\S*:\d+)/,
  read(lines, from) {
    const line = lines[from] as Line;
    const isFrame = frameOf(line.text) !== undefined;
    const head = isFrame
      ? undefined
      : readHead(
          line.text
            .trim()
            .replace(
              /^Uncaught (?:\(in promise\) )?|^Unhandled Promise Rejection: |^Exception: (?=\w*Error: )/,
              '',
            ),
        );
    const below = lines[from + 1]?.text ?? '';
    const isConsole = consoleFrameOf(below) !== undefined;
    if (
      !isFrame &&
      (head === undefined || !isExceptionName(head.type) || (frameOf(below) === undefined && !isConsole))
    )
      return undefined;
    const exception: Exception = {
      type: head?.type ?? '',
      message: head?.message ?? '',
      frames: [],
      at: line.at,
    };
    let index = isFrame ? from : from + 1;
    for (; index < lines.length; index++) {
      const { text, at } = lines[index] as Line;
      const frame =
        frameOf(text) ?? (isConsole ? consoleFrameOf(text) : nativeOf(text, exception.frames.length));
      if (frame === undefined) break;
      exception.frames.push({ ...frame, at });
    }
    if (exception.type === '' && exception.frames.length < 2) return undefined;
    return reading(lines, from, index, {
      format: 'gecko',
      language: 'javascript',
      exceptions: [exception],
      reported: 0,
      root: 0,
    });
  },
};

// f@https://x/a.js:1:2 · @https://x/a.js:1:2 · promise callback*f@… · f@[native code] · global code@…
function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  const short = text.trim().slice(0, 2000);
  const at = short.indexOf('@');
  if (at < 0) return undefined;
  // A scoped package has an `@` in its address; a name has no blanks but for Safari's own words.
  const name = short.slice(0, at);
  if (/\s/.test(name.replace(/^(?:global|module|eval) code$|promise callback|\w+ handler\*/, '')))
    return undefined;
  const rest = short.slice(at + 1);
  const named = name === '' ? {} : { function: name.replace(/^.*\*/, '') };
  // anonymous@ · eval code@ — JavaScriptCore has no place for what is evaluated
  if (rest === '[native code]' || (rest === '' && /^(?:anonymous|eval code)$/.test(name)))
    return { ...named, origin: 'runtime' };
  const place = /^(.{1,1500}?):(\d+)(?::(\d+))?$/.exec(rest);
  const file = place?.[1]?.replace(/ line \d+ > (?:eval|Function)$/, '');
  if (
    place === null ||
    file === undefined ||
    !/^(?:[a-z-]+:\/\/|\/|\w:\\|webpack|[\w./-]+\.[cm]?[jt]sx?)/.test(file)
  )
    return undefined;
  return {
    file,
    line: Number(place[2]),
    ...(place[3] === undefined ? {} : { column: Number(place[3]) }),
    ...named,
    ...origin(file),
  };
}

//     renderName http://localhost:8080/js/profile.js:14
/** Firefox' console copies a name, a blank and an address. */
function consoleFrameOf(text: string): Omit<Frame, 'at'> | undefined {
  const match = /^\s+(\S{1,200}?)\*? ((?:https?|file|moz-extension):\/\/\S{1,1500}?):(\d+)(?::(\d+))?$/.exec(
    text.slice(0, 2000),
  );
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return {
    file: match[2],
    line: Number(match[3]),
    ...(match[4] === undefined ? {} : { column: Number(match[4]) }),
    function: match[1],
    ...origin(match[2]),
  };
}

/** Safari prints a bare name for what has no place; only among other frames. */
function nativeOf(text: string, before: number): Omit<Frame, 'at'> | undefined {
  if (before === 0) return undefined;
  const name = text.trim();
  return name === '[native code]' ? { origin: 'runtime' } : undefined;
}
