import { contentTypes, DEFAULT_CACHE, encodePath, HOST_FILES, pathsByHeader, textTypes } from './rules.ts';
import type { Host, HostedSite } from './types.ts';

/** Apache 2.4, with the modules alias, deflate, dir, headers, mime and rewrite. */
export const apache: Host = {
  name: 'Apache',
  files: (site) => ({ '.htaccess': htaccess(site) }),
  notes: ({ base }) => [
    `Copy dist/ to the folder that is served at ${base}, and the file into that folder, which needs "AllowOverride All".`,
    'Switch the modules on: a2enmod alias deflate dir headers mime rewrite',
  ],
};

function htaccess(site: HostedSite): string {
  const { base, redirects } = site;
  const isText = ([, type]: [string, string]) => textTypes.includes(type);
  const endings = Object.entries(contentTypes)
    .filter(isText)
    .map(([ending]) => `.${ending}`);
  return `# Made by "tracebook hosts apache".
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 ${base}404.html
FileETag MTime Size

${Object.entries(contentTypes)
  .map(([ending, type]) => `AddType ${type} .${ending}`)
  .join('\n')}
AddCharset utf-8 ${endings.join(' ')}
AddOutputFilterByType DEFLATE ${textTypes.join(' ')}

${headerLines(site).join('\n')}

RewriteEngine On
RewriteBase ${base}
RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$
RewriteRule ^ - [R=405,L]
RewriteRule "^(?:${HOST_FILES.map(escape).join('|')})$" - [R=404,L]
${negotiation(base)}

${redirects
  .filter(({ from }) => from.startsWith(base))
  .map(({ from, to, status }) => `Redirect ${status} ${quote(from)} ${quote(encodePath(to))}`)
  .join('\n')}
`;
}

function headerLines(site: HostedSite): string[] {
  return [...pathsByHeader(site)].flatMap(([header, rules]) => {
    const [rule] = rules;
    if (rules.length === 1 && rule!.path === `${site.base}*`)
      return [`Header always set ${header} ${quote(rule!.value)}`];
    // Compressing adds to Vary.
    const action = header === 'Vary' ? 'merge' : 'set';
    const rows = rules.map(
      ({ path, value }) =>
        `<If "%{REQUEST_URI} =~ m#${pattern(path)}#">\n  Header ${action} ${header} ${quote(value)}\n</If>`,
    );
    return header === 'Cache-Control' ? [`Header set ${header} ${quote(DEFAULT_CACHE)}`, ...rows] : rows;
  });
}

const pattern = (path: string) =>
  path.endsWith('*') ? `^${escape(path.slice(0, -1))}` : `^${escape(path)}$`;

/** As in nginx: qualities as four digits, and a pattern for the first digit in which they differ. */
function negotiation(base: string): string {
  const digits = Array.from({ length: 9 }, (_, i) => i + 1);
  const larger = digits.map((digit) => `${digit}\\d*:\\g{1}[0-${digit - 1}]`).join('|');
  const guide = '^(guides/[^/]+/[^/]+)/(?:index\\.html)?$';
  return `# Which qualities the Accept header gives to Markdown and to HTML, as four digits: 0.8 is 0800.
${quality('MARKDOWN', ['text/markdown'], guide)}
${quality('HTML', ['text/html', 'text/*', '*/*'], guide)}
RewriteCond %{ENV:MARKDOWN} !^0000$
RewriteCond %{ENV:MARKDOWN}:%{ENV:HTML} "^(?:(\\d+):\\g{1}$)" [OR]
RewriteCond %{ENV:MARKDOWN}:%{ENV:HTML} "^(\\d*)(?:${larger})\\d*$"
RewriteRule "${guide}" "${base}$1.md" [L]`;
}

/** The least certain type comes first: those after it overwrite what it says. */
function quality(name: string, types: string[], guide: string): string {
  const rule = (value: string) => `RewriteRule "${guide}" - [E=${name}:${value}]`;
  return [
    rule('0'),
    ...types.toReversed().flatMap((type) => {
      const start = `(?:^|,)\\s*${escape(type)}\\s*`;
      return [
        `RewriteCond %{HTTP:Accept} "${start}(?:[;,]|$)" [NC]`,
        rule('1'),
        `RewriteCond %{HTTP:Accept} "${start}(?:;[^,;]*)*?;\\s*q\\s*=\\s*([^\\s;,]*)" [NC]`,
        rule('%1'),
      ];
    }),
    // What is no number from 0 to 1, or has more than one digit before the point, is none.
    `RewriteCond %{ENV:${name}} "!^(?:0(?:\\.\\d*)?|\\.\\d+|1(?:\\.0*)?)$"`,
    rule('0'),
    `RewriteCond %{ENV:${name}} "^1"`,
    rule('1000'),
    ...[1, 2, 3].flatMap((count) => [
      `RewriteCond %{ENV:${name}} "^0?\\.(\\d{${count}})${count === 3 ? '\\d*' : ''}$"`,
      rule(`0%1${'0'.repeat(3 - count)}`),
    ]),
    `RewriteCond %{ENV:${name}} "!^\\d{4}$"`,
    rule('0000'),
  ].join('\n');
}

const escape = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const quote = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
