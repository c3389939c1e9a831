import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import type { Line } from '../../line.ts';
import { toLocation } from '../../location.ts';
import { skipMatching, patternTable } from '../../pattern-table.ts';
import type { Exception } from '../../types.ts';

/** The JVM's last words, and the head of its `hs_err` file: a signal and where it struck. */
export const jvmCrash: Format = {
  id: 'jvm-crash',
  language: languages.java,
  triggers: ['Java Runtime'],
  lineStarts: {
    // # A fatal error has been detected · # SIGSEGV (0xb) at pc
    inside: ['# +(?:A fatal error|There is insufficient|SIG[A-Z]+ \\()'],
  },
  parse(lines, from) {
    const found = parseHeading(lines, from);
    if (found === undefined) return undefined;
    const struck = skipMatching(lines, from, /^(?!.*Problematic frame)/) + 1;
    if (struck >= found.next) return found;
    const { inputLine, text } = lines[struck] as Line;
    // C  [libimg.so+0x4c10]  decode_row+0x30 · J 42 c2 com.acme.A.b(I)V (3 bytes) · V  [libjvm.so+0x1]
    const frame = /^[\s#]*[CVJjvA] +(?:\[([^\]+]{1,400})(?:\+0x[0-9a-f]+)?\] *)?(.{0,400})$/.exec(
      text.slice(0, 2000),
    );
    const [, file, name] = frame ?? [];
    if (frame !== null)
      (found.trace.exceptions[0] as Exception).frames.push({
        ...toLocation({ file, name }, { origin: file?.startsWith('libjvm') === true ? 'runtime' : 'app' }),
        inputLine,
      });
    return found;
  },
};

const parseHeading = patternTable([
  // # A fatal error has been detected by the Java Runtime Environment:
  // #
  // #  SIGSEGV (0xb) at pc=0x00007f1d2c0a4c10, pid=28, tid=29 · Internal Error (sharedRuntime.cpp:553), pid=1, tid=2
  [
    /^(?:#\s*)?A fatal error has been detected by the Java Runtime.*\n(?:#?\n){0,3}(?:# *)?(?<type>SIG[A-Z]+|EXCEPTION_[A-Z_]+|Internal Error|Out of Memory Error) (?<message>\(.{1,400})/,
    { lineCount: 6, linesBelow: /^\s*#/ },
  ],
  [
    /^(?:#\s*)?(?<message>(?:A fatal error has been detected by|There is insufficient memory for) the Java Runtime.*)$/,
    { linesBelow: /^\s*#/ },
  ],
]);
