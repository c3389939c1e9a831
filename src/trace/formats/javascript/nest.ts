import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of Nest's injector, which its logger writes without a type. */
export const nest: Format = {
  id: 'nest',
  language: languages.javascript,
  triggers: ['Nest ', 'circular dependency'],
  logTriggers: ["Nest can't"],
  parse: patternTable([
    // Nest can't resolve dependencies of the CartService (?). Please make sure that the argument …
    // Nest could not find CartModule element (this provider does not exist in the current context)
    [
      /^(?<message>(?:Nest (?:can't resolve dependencies of |could not find |cannot (?:create|export|find) )|A circular dependency has been detected).{2,4000})$/,
    ],
  ]),
};
