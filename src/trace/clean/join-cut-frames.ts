import type { Line } from '../line.ts';

/** A frame that was broken in two at any width: how its first and its second line look. */
type Break = { first: RegExp; second: RegExp };

const BREAKS: Break[] = [
  //     at com.acme.shop.CartService.collect(CartServ|ice.java:87) ·     at fill (/srv/shop/ca|rt.js:9:10)
  //     (shop 0.1.4) lib/cart.ex:148: Cart.clean({:ok, {:search|_result, []}})
  {
    first: /^\s+(?:at |\(\w[\w.]{0,80}(?: [\w.+-]{1,60})?\) )\S[^()]{0,400}\([^()]{0,400}$/,
    second: /^ ?(?!at |from |\()[^\s()][^()]{0,400}\)+[^()]{0,200}$/,
  },
  //     at com.acme.shop.check|out.CartService.collect(CartService.java:87)
  { first: /^\s+at [\w.$/]{12,400}$/, second: /^(?!at )[\w.$]{1,400}\([\w$.-]{1,200}(?::\d+)?\)$/ },
  //   File "/srv/shop/ca|rt.py", line 3, in total
  { first: /^\s*File "[^"]{1,600}$/, second: /^[^\s"][^"]{0,400}", line \d+/ },
  //   at Shop.Cart.Total() in C:\shop\Ca|rt.cs:line 9
  { first: /^\s+at \S.{0,400}\) in [^\s:]?:?[^:]{1,400}$/, second: /^[^\s:]{1,400}:line \d+$/ },
];
// #0      Cart.total
// package:shop/cart.dart:12, as an editor's debug console breaks a frame
const DART = {
  first: /^\s*#\d+ {1,8}\S[^()]{0,300}$/,
  second: /^\s*\S{1,400}\.dart:\d+(?::\d+)?$/,
};
const MAX_LENGTH = 800;

/** Joins frames that a terminal or a mail broke in two. */
export function joinCutFrames(lines: Line[]): Line[] {
  let joined: Line[] | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const below = lines[index + 1];
    const text = below && joinedText(line.text, below.text);
    if (below === undefined || text === undefined) joined?.push(line);
    else {
      joined ??= lines.slice(0, index);
      joined.push({ ...line, text, lastInputLine: below.lastInputLine });
      index++;
    }
  }
  return joined ?? lines;
}

/** Joins two lines that are one frame; undefined when they are not. */
function joinedText(text: string, below: string): string | undefined {
  if (isCut(text, below)) return text + below;
  return DART.first.test(text) && DART.second.test(below.slice(0, MAX_LENGTH))
    ? `${text.trimEnd()} (${below.trim()})`
    : undefined;
}

const isCut = (text: string, below: string) =>
  // A whole frame ends with a bracket.
  !text.endsWith(')') &&
  text.length <= MAX_LENGTH &&
  below.length <= MAX_LENGTH &&
  /^\s*(?:at |\(|File ")/.test(text) &&
  BREAKS.some(({ first, second }) => first.test(text) && second.test(below));
