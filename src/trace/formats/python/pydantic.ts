import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { patternTable } from '../../pattern-table.ts';

// total
//   Field required [type=missing, input_value={}, input_type=dict]
const FIELD = /^(?:[\w.[\]-]{1,400}(?: -> [\w.[\]-]{1,400}){0,20}|\s{2,}\S.*)$/;

/** What pydantic says of a model's values where no traceback is around it: the count may stand below the type. */
export const pydantic: Format = {
  id: 'pydantic',
  language: languages.python,
  lookahead: { triggers: ['validation error'], lines: 2 },
  parse: patternTable([
    // pydantic_core._pydantic_core.ValidationError:
    // 2 validation errors for Basket
    [
      /^(?<type>(?:\w+\.){0,8}ValidationError):?\n{1,2}(?<message>\d+ validation errors? for .+)/,
      { lineCount: 3, messageLines: FIELD },
    ],
    // 2 validation errors for Basket
    // total
    //   Field required [type=missing, input_value={}, input_type=dict]
    [
      /^(?<message>\d+ validation errors? for(?: [\w.[\], ]{1,400}|\n[\w.[\]]{1,400}))(?=\n.+\n.*(?:\btype=|[Ff]ield required))/,
      { lineCount: 4, type: 'ValidationError', messageLines: FIELD },
    ],
  ]),
};
