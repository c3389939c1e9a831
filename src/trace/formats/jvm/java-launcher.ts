import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of the `java` command itself. */
export const javaLauncher: Format = {
  id: 'java-launcher',
  language: languages.java,
  triggers: ['UncaughtExceptionHandler', 'ed option: ', 'heap size: ', 'enough space', 'Error: '],
  parse: patternTable([
    // Exception: java.lang.OutOfMemoryError thrown from the UncaughtExceptionHandler in thread "poller"
    [/^Exception: (?<type>[\w.$]{1,400}) thrown from the UncaughtExceptionHandler in thread/],
    // Unrecognized option: --nope
    // Error: Could not create the Java Virtual Machine.
    [
      /^(?<message>(?:Unrecognized option: |Invalid (?:maximum|initial) heap size: |Could not reserve enough space for ).+)$/,
      { linesBelow: /^Error: (?:Could not create the Java|A fatal exception has occurred)/ },
    ],
    // Error: Could not find or load main class shop.Nowhere
    // Caused by: java.lang.ClassNotFoundException: shop.Nowhere
    [
      /^Error: (?<message>(?:Could not find or load main class|Unable to (?:access jarfile|initialize main class)|Main method not found|LinkageError occurred) .+)$/,
      { refersTo: 'next' },
    ],
  ]),
};
