import type { Frame } from '../../types.ts';

// from /srv/a.rb:3:in `f' · app/a.rb:3:in 'A#f' · a.rb:3:in `block in f'
const FRAME = /^\s*(?:from )?((?:[A-Za-z]:)?[^\s:][^:]{0,400}):(\d+):in ['`‘"]?([^'`’"]{1,300})['’`"]?$/;
// a.rb:3:in `f': message
const HEAD =
  /^\s*((?:[A-Za-z]:)?[^\s:][^:]{0,400}|<internal:[^>]{1,200}>):(\d+):in ['`‘"]([^'`’"]{1,300})['’`"]: (.*)$/;
const INTERNAL = /^\s*(?:from )?(<internal:[^>]{1,200}>):(\d+):in ['`‘"]?([^'`’"]{1,300})['’`"]?$/;

// sum at /srv/app/cart.rb:3
const JRUBY = /^\s+(\S{1,200}) at (\S{1,400}\.rb):(\d+)$/;

export function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  if (!text.includes(':in ') && !/^\s*from |\.rb:\d+$/.test(text)) return undefined;
  const short = text.slice(0, 900);
  const match =
    INTERNAL.exec(short) ??
    FRAME.exec(short) ??
    /^\s*from ((?:[A-Za-z]:)?[^\s:][^:]{0,400}):(\d+)()$/.exec(short);
  if (match?.[1] === undefined) {
    const jruby = JRUBY.exec(short);
    return jruby?.[2] === undefined
      ? undefined
      : { file: jruby[2], line: Number(jruby[3]), function: jruby[1] ?? '', ...origin(jruby[2]) };
  }
  return {
    file: match[1],
    line: Number(match[2]),
    ...(match[3] ? { function: match[3] } : {}),
    ...origin(match[1]),
  };
}

/** The place that a head names for the error itself; `rest` is its message. */
export function headFrame(text: string): (Omit<Frame, 'at'> & { rest: string }) | undefined {
  if (!text.includes(':in ')) return undefined;
  const match = HEAD.exec(text.slice(0, 4000));
  if (match?.[1] === undefined || match[3] === undefined) return undefined;
  return {
    file: match[1],
    line: Number(match[2]),
    function: match[3],
    ...origin(match[1]),
    rest: match[4] ?? '',
  };
}

/** Whose code a file is: Ruby's own, a gem's, or the program's. */
export function origin(file: string): Pick<Frame, 'origin' | 'package'> {
  const path = file.replaceAll('\\', '/');
  const gem =
    /\/gems\/([a-zA-Z][\w.-]*?)-\d[\w.]*(?:-[\w-]+)?\//.exec(path)?.[1] ??
    /^([a-z][\w-]*) \(\d[\w.]*\) /.exec(path)?.[1];
  if (gem !== undefined) return { origin: 'library', package: gem };
  return /^<internal:|\/lib\/ruby\/|\/usr\/lib\/ruby|\/rubygems\//.test(path)
    ? { origin: 'runtime' }
    : { origin: 'app' };
}
