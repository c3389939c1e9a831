/**
 * Masks what URLs carry: user and password, the query, the fragment; and the queries of paths without a host.
 * Each address is read once, so that no text can make this slow.
 */
export function redactUrls(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>`]+/gi, maskUrl)
    .replace(/;(?:jsessionid|sid|phpsessid)=[^\s?"'<>]+/gi, ';‹session›')
    .replace(/\?[^\s"'<>=?]{1,100}=[^\s"'<>]*/g, '?‹query›');
}

function maskUrl(url: string): string {
  const start = url.indexOf('://') + 3;
  const scheme = url.slice(0, start);
  const [, before, separator, after] = /^([^?#]*)([?#]?)([\s\S]*)$/.exec(url.slice(start))!;
  const rest = separator === '' ? '' : `${separator}${maskedTail(separator!, after!)}`;
  return `${scheme}${maskUser(before!)}${rest}`;
}

/** A place in a page, such as `#install`, says nothing of anybody; a token behind `#` does. */
function maskedTail(separator: string, tail: string): string {
  if (tail === '') return '';
  if (separator === '#' && /^[a-z-]{1,40}$/i.test(tail)) return tail;
  return separator === '?' ? '‹query›' : '‹fragment›';
}

/** A password may hold `@` and, where it was not escaped, `/`. */
function maskUser(address: string): string {
  const slash = address.indexOf('/');
  const host = slash < 0 ? address : address.slice(0, slash);
  const hasUser = host.includes('@') || /^[^:/]*:[^/]*\D/.test(host);
  const at = hasUser ? address.lastIndexOf('@') : -1;
  return at < 0 ? address : `‹credentials›${address.slice(at)}`;
}
