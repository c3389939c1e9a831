/** Words in a name that say: the value is a secret. */
const SECRET =
  'passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|account[_-]?key|' +
  'credential|session[_-]?id|sessid|csrf|xsrf|signature';
/** What may follow the word in a name, and end the name's quotes: `_hash"`. */
const NAME_END = String.raw`[\w-]{0,30}\\{0,4}["'\`]?\]?`;
/** A value in quotes, in escaped quotes, or up to a blank. Quotes that do not close go to the end of the line. */
const VALUE = String.raw`(\\{1,4}["'][^"'\n]*["']?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\`[^\`\n]*\`?|[^\s"'<>&;]+)`;

const pair = new RegExp(String.raw`((?:${SECRET})${NAME_END}\s{0,4}(?:=>|:=|[:=])[ \t]{0,4})${VALUE}`, 'gi');
const flag = new RegExp(String.raw`(--?[\w-]{0,30}(?:${SECRET})[\w-]{0,30}[ \t]{1,4})${VALUE}`, 'gi');
const tag = new RegExp(String.raw`(<[\w:-]{0,40}(?:${SECRET})[\w:-]{0,30}>)([^<]+)`, 'gi');
const short = new RegExp(
  String.raw`(\b(?:pass|auth|pin|otp|sid|key)\\{0,4}["']?\s{0,4}=\s{0,4})${VALUE}`,
  'gi',
);

/**
 * Masks the values of names such as `password`, `DB_TOKEN`, `api_key`, `clientSecret`: in `name=value`, `name: value`,
 * JSON, escaped JSON, `=>`, queries, command lines (`--password value`) and tags.
 */
export function redactPairs(text: string): string {
  const mask = (_: string, name: string, value: string) => name + masked(value);
  return [pair, flag, tag, short].reduce((result, pattern) => result.replace(pattern, mask), text);
}

/** The quotes and what closes a list or a sentence stay. */
function masked(value: string): string {
  const [, open] = /^(\\*["'`]?)/.exec(value)!;
  if (open !== '')
    return `${open}‹secret›${value.length > open!.length && value.endsWith(open!) ? open : ''}`;
  // From the end backwards: a pattern would look from each character on.
  let end = value.length;
  while (end > 1 && ')]},.:'.includes(value[end - 1]!)) end--;
  return `‹secret›${value.slice(end)}`;
}
