import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of Scala's compilers, alone and behind sbt. */
export const scala: Format = {
  id: 'scala',
  language: languages.scala,
  triggers: ['.scala:'],
  parse: patternTable([
    // Scala 3 puts the message below the carets that mark the source, sbt above.
    // -- [E007] Type Mismatch Error: Cart.scala:3:37 -------
    // 3 |  val total: Int = "a"
    //   |                   ^^^
    //   |                   Found:    ("a" : String)
    [
      /^(?:\[error\] )?-- (?:\[(?<code>E\d+)\] )?(?:[\w ]{1,80} )?Error: (?<file>\S{1,400}\.scala):(?<line>\d+):(?<column>\d+) -+(?:\n.*){1,11}?\n(?:\[error\] *)?\|? *\^+\n(?:\[error\] *)?\|? *(?<message>.*)/,
      { lineCount: 14 },
    ],
    // [error] /srv/app/Cart.scala:12:40: type mismatch;
    // [error]   val total: Int = "a"
    // [error]                    ^
    [
      /^(?:\[error\] )?(?<file>\S{1,400}\.scala):(?<line>\d+):(?<column>\d+): (?<message>.+)(?:\n.*){0,11}?\n(?:\[error\] *)?\|? *\^+(?=\n|$)/,
      { lineCount: 13 },
    ],
  ]),
};
