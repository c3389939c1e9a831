import { type Line, mapLines, withText } from '../line.ts';

// ╭──────── Traceback (most recent call last) ────────╮
const TOP = /^\s*╭─+ (Traceback \(most recent call last\)) ─+╮?$/;
// │ /srv/app/logs.py:8 in order         │
const FRAME = /^\s*│ (\S.{0,400}?):(\d+) in(?: (\S{1,200}))?\s*│?$/;
// ╰───────────────────────────────────────────────────╯
const BOTTOM = /^\s*╰─+╯?\s*$/;

/** Writes the tracebacks that rich draws in boxes (Typer, structlog, pip) as Python does. */
export function boxes(lines: Line[]): Line[] {
  let isInside = false;
  let indent = '';
  return mapLines(lines, (line) => {
    const { text } = line;
    const top = TOP.exec(text.trimEnd());
    if (top !== null) {
      isInside = true;
      indent = /^\s*/.exec(text)?.[0] ?? '';
      return withText(line, `${top[1]}:`);
    }
    if (isInside) {
      if (BOTTOM.test(text)) {
        isInside = false;
        return withText(line, '');
      }
      const [, file, row, name] = FRAME.exec(text.trimEnd()) ?? [];
      if (file !== undefined)
        return withText(line, `  File "${file}", line ${row}${name ? `, in ${name}` : ''}`);
      return withText(line, `    ${text.trim()}`);
    }
    // rich's log handler indents its box and what stands below it.
    return indent !== '' && text.startsWith(indent) ? withText(line, text.slice(indent.length)) : line;
  });
}
