import { contentTypes, DEFAULT_CACHE, HOST_FILES, pathsByHeader, textTypes } from './rules.ts';
import type { Host, HostedSite } from './types.ts';

/** nginx, as Debian has it: no module beyond those that it is always built with. */
export const nginx: Host = {
  name: 'nginx',
  files: (site) => ({ 'tracebook.conf': serverConfig(site) }),
  notes: ({ hostname, base }) => [
    `Copy dist/ to /var/www/${hostname}${base} and the file to /etc/nginx/conf.d/; then: nginx -t && systemctl reload nginx`,
    'Add what your certificate needs to the server block.',
  ],
};

const COMPRESSED = `  # The build has compressed each text. With the module for Brotli, which Debian has apart: brotli_static on;
  gzip_static on;
`;

function serverConfig(site: HostedSite): string {
  const { hostname, base, redirects } = site;
  const headers = headerLines(site);
  return `# Made by "tracebook hosts nginx". Stands in nginx's http block.
${negotiation()}
${headers.maps.join('\n')}
server {
  listen 80;
  listen [::]:80;
  server_name ${hostname};
  root ${quote(`/var/www/${hostname}`)};
  index index.html;
  error_page 404 ${base}404.html;
  # Redirects name no host and no port: a proxy may have others.
  absolute_redirect off;
  server_tokens off;

  types {
${Object.entries(contentTypes)
  .map(([ending, type]) => `    ${type} ${ending};`)
  .join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${textTypes.filter((type) => type !== 'text/html').join(' ')};
  gzip on;
${site.isCompressed ? COMPRESSED : ''}  gzip_vary on;
  gzip_proxied any;
  gzip_min_length 256;
  gzip_types ${textTypes.filter((type) => type !== 'text/html').join(' ')};

${headers.lines.join('\n')}

  # A guide's address has a page and its Markdown twin.
  location ~ "^${escape(base)}guides/[^/]+/[^/]+/(?:index\\.html)?$" {
    if ($tracebook_markdown) {
      rewrite "^(${escape(base)}guides/[^/]+/[^/]+)/" "$1.md" last;
    }
  }
  location ~ "/(?:${HOST_FILES.map(escape).join('|')})$" {
    return 404;
  }

${redirects.map(({ from, to, status }) => `  location = ${quote(from)} { return ${status} ${quote(to)}; }`).join('\n')}
}
`;
}

/** Headers that depend on the path are variables: an add_header in a location would hide those of the server. */
function headerLines(site: HostedSite): { maps: string[]; lines: string[] } {
  const maps: string[] = [];
  const lines: string[] = [];
  for (const [header, rules] of pathsByHeader(site)) {
    const [rule] = rules;
    if (rules.length === 1 && rule!.path === `${site.base}*`) {
      lines.push(`  add_header ${header} ${quote(rule!.value)} always;`);
      continue;
    }
    const variable = `$tracebook_${header.toLowerCase().replaceAll('-', '_')}`;
    const rows = rules.map(({ path, value }) => `  ${pattern(path)} ${quote(value)};\n`).join('');
    const otherwise = header === 'Cache-Control' ? DEFAULT_CACHE : '';
    maps.push(`map $uri ${variable} {\n  default ${quote(otherwise)};\n${rows}}`);
    lines.push(`  add_header ${header} ${variable};`);
  }
  return { maps, lines };
}

/** A pattern for paths alike: a table of plain strings has a limit to their length. */
const pattern = (path: string) =>
  path.endsWith('*') ? `"~^${escape(path.slice(0, -1))}"` : `"~^${escape(path)}$"`;

/**
 * Whether a client would rather have Markdown, by the qualities of its Accept header. nginx compares no numbers: both
 * are written as four digits, and one pattern finds the first digit in which they differ.
 */
function negotiation(): string {
  const digits = Array.from({ length: 9 }, (_, i) => i + 1);
  const larger = digits.map((digit) => `${digit}\\d*:\\k<tracebook_same>[0-${digit - 1}]`).join('|');
  return `# Which qualities the Accept header gives to Markdown and to HTML, as four digits: 0.8 is 0800.
${quality('markdown', ['text/markdown'])}
${quality('html', ['text/html', 'text/*', '*/*'])}
map "$tracebook_markdown_digits:$tracebook_html_digits" $tracebook_markdown {
  default "";
  "~^0000:" "";
  "~^(?<tracebook_equal>\\d+):\\k<tracebook_equal>$" 1;
  "~^(?<tracebook_same>\\d*)(?:${larger})\\d*$" 1;
}`;
}

/** Maps for a quality: of the first of the types that the header names. */
function quality(name: string, types: string[]): string {
  const rows = types.flatMap((type, i) => {
    const start = `~*(?:^|,)\\s*${escape(type)}\\s*`;
    const variable = `tracebook_${name}_${i}`;
    return [
      `  "${start}(?:;[^,;]*)*?;\\s*q\\s*=\\s*(?<${variable}>[^\\s;,]*)" $${variable};`,
      `  "${start}(?:[;,]|$)" 1;`,
    ];
  });
  const padded = [1, 2, 3].map((count) => {
    const variable = `tracebook_${name}_digits_${count}`;
    return `  "~^0?\\.(?<${variable}>\\d{${count}})${count === 3 ? '\\d*' : ''}$" "0\${${variable}}${'0'.repeat(3 - count)}";`;
  });
  return `map $http_accept $tracebook_${name}_quality {
  default 0;
${rows.join('\n')}
}
map $tracebook_${name}_quality $tracebook_${name}_digits {
  default 0000;
  "~^1(?:\\.0*)?$" 1000;
${padded.join('\n')}
}`;
}

const escape = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** A string of nginx's language; a dollar sign cannot be escaped in it, and no value has one. */
const quote = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
