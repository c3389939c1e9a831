import { exceptionResult, type Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { textAt } from '../../line.ts';
import { findMessageEnd, joinMessage, stripExcerpt } from '../../message.ts';
import { isComponentLine, skipComponents } from './component-stack.ts';

/** React's errors whose class nobody copied: a message that only React writes, without a stack. */
export const react: Format = {
  id: 'react',
  language: languages.javascript,
  triggers: [
    'React',
    'Invariant',
    'hooks',
    'Hooks',
    'Hydration',
    'hydrating',
    're-renders',
    'type is invalid',
  ],
  logTriggers: ['Objects are not valid', 'Minified React', 'Invariant Violation', 'type is invalid'],
  parse(lines, from) {
    const { type = 'error', message } = MESSAGE.exec(textAt(lines, from))?.groups ?? {};
    if (message === undefined) return undefined;
    const end = findMessageEnd(lines, from + 1, isComponentLine);
    const read = exceptionResult(lines, from, skipComponents(lines, end), {
      type,
      message: stripExcerpt(joinMessage(message, lines, from + 1, end)),
    });
    // React tells why on the console, and the hook then throws.
    return message.startsWith('Invalid hook call') ? { ...read, refersTo: 'next' } : read;
  },
};

const OPENINGS = [
  'Objects are not valid as a React child \\(found: ',
  'Minified React error #\\d+[;:]',
  'Element type is invalid: expected a string',
  'Invalid hook call\\. Hooks can only be called inside',
  'Rendered (?:more|fewer) hooks than ',
  'Too many re-renders\\. React limits the number',
  'Hydration failed because ',
  'There was an error while hydrating',
  'React\\.Children\\.only expected to receive',
];

// Invariant Violation: Maximum update depth exceeded. · Objects are not valid as a React child (found: object with keys {a})
const MESSAGE = new RegExp(
  `^\\s{0,3}(?:Uncaught )?(?:(?<type>Invariant Violation): (?=\\S)|(?=${OPENINGS.join('|')}))(?<message>.{1,4000})$`,
);
