// FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught …" while reading response header from upstream, …
// AH01071: Got error 'PHP message: PHP Fatal error:  …', referer: https://shop.example/
/** What nginx and Apache write around PHP's own line. */
export function withoutServer(logged: string): string {
  // ( ! ) Fatal error: …, of Xdebug's page
  // ....PHP Fatal error:  …, behind PHPUnit's dots
  const text = logged.replace(/^\s*\( ! \)\s+|^[.[A-Z]{1,400}(?=PHP (?:Fatal|Parse) error: )/, '');
  // An error of type E_ERROR was caused in line 3 of the file /srv/a.php. Error message: Uncaught …, of WordPress' mails
  const mail = /\bE_[A-Z_]{4,20} .{0,900}?[^.]\. \p{Lu}[\p{L} ]{3,40}: (?=\S)/u.exec(text);
  if (mail !== null) return `PHP Fatal error:  ${text.slice(mail.index + mail[0].length)}`;
  const line = text.includes(', referer: ') ? text.replace(/, referer: \S{1,4000}$/, '') : text;
  // (mod_fastcgi.c.2673) FastCGI-stderr: PHP Fatal error: …, of lighttpd
  if (!line.includes('PHP message: ')) return line.replace(/^\(\w{1,80}\.c\.\d{1,5}\) FastCGI-stderr: ?/, '');
  // One line may hold several messages.
  const [, ...messages] = line.replace(/" while reading .*$/, '').split('PHP message: ');
  const said = messages.find((text) => /Uncaught|atal error/.test(text)) ?? messages[0] ?? '';
  return said.replace(/['"]$|; $/, '');
}
