import type { HighlighterCore } from 'shiki/core';

/** A part of a line with one colour of the theme. */
export type Token = { content: string; color: string };

export type Grammar = ReturnType<HighlighterCore['getLanguage']>;
type Stack = ReturnType<Grammar['tokenizeLine2']>['ruleStack'];

/** What a grammar is within at the end of a line, with the lines that were seen to follow. */
type State = { stack: Stack | null; lines: Map<string, { html: string; next: State }> };

/** Lines that are remembered for a grammar; with more, all are forgotten. */
const MOST_LINES = 20_000;
/** Where the number of a token's colour stands in its metadata: bits 15 to 23 (vscode-textmate, EncodedTokenMetadata). */
const [COLOR_BITS, COLOR_SHIFT] = [0b1_1111_1111, 15];

/**
 * Makes a function that colours code line by line. A line that follows the same state of the grammar as an equal one
 * before is not tokenized again: the files of a guide hold most of their lines several times.
 * @param lineHtml writes the tokens of a line
 */
export function lineTokenizer(
  grammar: Grammar,
  colorMap: string[],
  lineHtml: (tokens: Token[]) => string,
): (code: string) => string[] {
  let start: State = { stack: null, lines: new Map() };
  let states: State[] = [];
  let count = 0;

  function stateOf(stack: Stack): State {
    const known = states.find((state) => state.stack!.equals(stack));
    if (known) return known;
    const state = { stack, lines: new Map() };
    states.push(state);
    return state;
  }

  function tokenize(line: string, { stack }: State): { html: string; next: State } {
    const { tokens, ruleStack } = grammar.tokenizeLine2(line, stack);
    const found: Token[] = [];
    for (let i = 0; i < tokens.length; i += 2) {
      const content = line.slice(tokens[i], tokens[i + 2] ?? line.length);
      const color = colorMap[(tokens[i + 1]! >>> COLOR_SHIFT) & COLOR_BITS]!;
      if (content !== '') found.push({ content, color });
    }
    return { html: lineHtml(found), next: stateOf(ruleStack) };
  }

  return (code) => {
    if (count > MOST_LINES) {
      start = { stack: null, lines: new Map() };
      states = [];
      count = 0;
    }
    let state = start;
    return code.split(/\r?\n/).map((line) => {
      if (line === '') return '';
      let known = state.lines.get(line);
      if (!known) {
        known = tokenize(line, state);
        state.lines.set(line, known);
        count++;
      }
      state = known.next;
      return known.html;
    });
  };
}
