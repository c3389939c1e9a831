/** What happens to traces on their way into a paste, one function a kind. */
export const wrappers: Record<string, (text: string) => string> = {
  'colours of a terminal': (text) => each(text, (line) => `\u001b[31m${line}\u001b[0m`),
  'colours whose escape was lost': (text) => each(text, (line) => `[31m${line}[0m`),
  'colours in caret form': (text) => each(text, (line) => `^[[0;31m${line}^[[0m`),
  'the prefix of docker compose': (text) => each(text, (line) => `web-1  | ${line}`),
  'two services of docker compose in turns': (text) =>
    text
      .split('\n')
      .flatMap((line, index) => [
        `web-1    | ${line}`,
        `cache-1  | 1:M 03 Feb 2026 09:41:07.${100 + (index % 900)} * Background saving started by pid ${index}`,
      ])
      .join('\n'),
  'an ISO time on every line': (text) =>
    each(text, (line, index) => `2026-02-03T09:41:${two(index)}.120Z ${line}`),
  'a time and a level on every line': (text) =>
    each(text, (line, index) => `2026-02-03 09:41:${two(index)},120 ERROR ${line}`),
  'the time of GitHub Actions': (text) =>
    each(text, (line, index) => `2026-02-03T09:41:${two(index)}.0965871Z ${line}`),
  syslog: (text) => each(text, (line, index) => `Feb  3 09:41:${two(index)} shop-1 web[4242]: ${line}`),
  'journald in German': (text) =>
    each(text, (line, index) => `Dez 28 06:43:${two(index)} shop systemd-web[23]: ${line}`),
  'JSON lines of docker': (text) =>
    each(text, (line) =>
      JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-02-03T09:41:07.1Z' }),
    ),
  'a JSON log with the trace in one field': (text) =>
    JSON.stringify({ level: 'error', time: 1770111667, message: 'request failed', stack: text }),
  'newlines written as \\n': (text) => `"${JSON.stringify(text).slice(1, -1)}"`,
  'newlines escaped twice': (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)),
  'HTML entities': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'HTML in a pre element': (text) =>
    `<pre><code>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</code></pre>`,
  'the quote marks of a mail': (text) => each(text, (line) => `> ${line}`),
  'two levels of quote marks': (text) => each(text, (line) => `> > ${line}`),
  'a Markdown fence': (text) => `Hello, this is what I get:\n\n\`\`\`text\n${text}\n\`\`\`\n\nAny idea?`,
  'a fence that was never closed': (text) => `It fails:\n\`\`\`\n${text}`,
  'the prefix of npm': (text) => each(text, (line) => `npm ERR! ${line}`),
  logcat: (text) =>
    each(text, (line, index) => `02-03 09:41:${two(index)}.120  4242  4250 E AndroidRuntime: ${line}`),
  'a blank line after every line': (text) => text.trimEnd().split('\n').join('\n\n'),
  'indentation of four more blanks': (text) => each(text, (line) => `    ${line}`),
  'tabs as eight blanks': (text) => text.replaceAll('\t', '        '),
  'blanks up to the width of the terminal': (text) => each(text, (line) => line.padEnd(140)),
  'carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark and zero-width characters': (text) => `\ufeff${text.replaceAll('\n', '\u200b\n')}`,
  'the counter of ctest': (text) => each(text, (line) => `386: ${line}`),
  'seconds since the start': (text) => each(text, (line) => `[   28s] ${line}`),
  'carriage returns alone': (text) => text.replaceAll('\n', '\r'),
  'line separators of Unicode': (text) => text.replaceAll('\n', '\u2028'),
  'UTF-16 read as Latin-1': (text) => `ÿþ${[...text].join('\0')}\0`,
  'blanks that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'tabs as one blank': (text) => text.replaceAll('\t', ' '),
  'coloured names of docker compose': (text) => each(text, (line) => `\u001b[33mweb-1  | \u001b[0m${line}`),
  'docker compose logs -t': (text) =>
    each(text, (line, index) => `web-1  | 2026-02-03T09:41:${two(index)}.096587123Z ${line}`),
  heroku: (text) =>
    each(text, (line, index) => `2026-02-03T09:41:${two(index)}.123456+00:00 app[web.1]: ${line}`),
  'journalctl -o short-iso': (text) =>
    each(text, (line, index) => `2026-02-03T09:41:${two(index)}+0000 shop-1 web[4242]: ${line}`),
  'journalctl -o json': (text) =>
    each(text, (line) => JSON.stringify({ _HOSTNAME: 'shop-1', PRIORITY: '3', MESSAGE: line, _PID: '4242' })),
  'columns of CloudWatch': (text) =>
    each(text, (line, index) => `2026-02-03T09:41:${two(index)}.120Z\t${line}`),
  bunyan: (text) =>
    JSON.stringify({
      name: 'web',
      pid: 4242,
      level: 50,
      err: { name: 'E', stack: text },
      msg: 'request failed',
      v: 0,
    }),
  "Python's JSON log": (text) =>
    JSON.stringify({ levelname: 'ERROR', message: 'request failed', exc_info: text }),
  'a log of Filebeat': (text) =>
    each(text, (line) =>
      JSON.stringify({ '@timestamp': '2026-02-03T09:41:07Z', message: line, log: { offset: 12 } }),
    ),
  'the clock of Jenkins': (text) =>
    each(text, (line, index) => `[2026-02-03T09:41:${two(index)}.123Z] ${line}`),
  'the steps of TeamCity': (text) =>
    each(text, (line, index) => `[09:41:${two(index)}]W:\t [Step 2/3] ${line}`),
  'a text block of YAML': (text) => `error: |\n${each(text, (line) => `  ${line}`)}`,
  'the prompt of PowerShell': (text) => `PS C:\\Users\\ann\\app> .\\run.ps1\n${text}PS C:\\Users\\ann\\app> `,
  'the tildes of less': (text) => `${text.trimEnd()}\n~\n~\n~\n(END)`,
  'prose before and after': (text) =>
    `Hi all,\nsince the update our job stops with this:\n\n${text}\n\nWhat can I do about it?\nThanks`,
};

/** What takes more away: not every format can be read after it. */
export const losses: Record<string, (text: string) => string> = {
  'indentation lost': (text) => each(text, (line) => line.trimStart()),
  'collapsed to one line': (text) => text.trim().replace(/\s*\n\s*/g, ' '),
  'wrapped hard at 80': (text) => wrap(text, 80),
  'wrapped hard at 120': (text) => wrap(text, 120),
};

const each = (text: string, change: (line: string, index: number) => string) =>
  text.replace(/\n$/, '').split('\n').map(change).join('\n');

const two = (index: number) => String(index % 60).padStart(2, '0');

const wrap = (text: string, width: number) =>
  each(text, (line) => line.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? '');
