import { type Line, mapLines, withText } from '../line.ts';

// ╭──────── Traceback (most recent call last) ────────╮ · ╭─ Traceback (most recent call las─╮
const TOP = /^\s*╭─+ Traceback \(most recent .{0,11}─+╮?$/;
// │ /srv/app/logs.py:8 in order         │ · the borders of all lines may be gone
const FRAME = /^\s*(?:│ )?([^\s│].{0,400}?):(\d+) in(?: (\S{1,200}))?\s*│?$/;
// ╰───────────────────────────────────────────────────╯
const BOTTOM = /^\s*╰─+╯?\s*$/;

/** Writes the tracebacks that rich draws in boxes (Typer, structlog, pip) as Python does. */
export function unboxRich(lines: Line[]): Line[] {
  // Of the box that is open; the boxes within it are narrower.
  let width = 0;
  let indent = '';
  return mapLines(lines, (line) => {
    const { text } = line;
    if (text.includes('╭') && TOP.test(text.trimEnd())) {
      width = text.trim().length;
      indent = /^\s*/.exec(text)?.[0] ?? '';
      return withText(line, 'Traceback (most recent call last):');
    }
    if (width > 0) {
      if (BOTTOM.test(text) && text.trim().length === width) {
        width = 0;
        return withText(line, '');
      }
      const [, file, row, name] = FRAME.exec(text.trimEnd()) ?? [];
      if (file !== undefined)
        return withText(line, `  File "${file}", line ${row}${name ? `, in ${name}` : ''}`);
      // Where the borders are gone, the bottom is too.
      if (!/^[^\s│╭╰❱]/.test(text)) return withText(line, `    ${text.trim() || '│'}`);
      width = 0;
    }
    // rich's log handler indents its box and what stands below it.
    return indent !== '' && text.startsWith(indent) ? withText(line, text.slice(indent.length)) : line;
  });
}
