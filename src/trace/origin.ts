import type { Frame } from './types.ts';

export type Origin = Pick<Frame, 'origin' | 'package'>;

// Names of libraries that browsers' consoles show without their folder.
const BROWSER_LIBRARIES = [
  'react(?:-[a-z-]+)?',
  'scheduler',
  'vue(?:-router|x)?',
  'runtime-(?:core|dom)',
  'reactivity',
  'pinia',
  'zone',
  'angular(?:-[a-z-]+)?',
  'jquery(?:-[\\d.]+)?(?:[.-]ui)?',
  'lodash',
  'underscore',
  'backbone',
  'ember',
  'bootstrap',
  'axios',
  'moment',
  'redux(?:-[a-z]+)?',
  'svelte',
  'preact',
  'd3',
  'three',
  'polyfills?',
  '(?:chunk-)?vendors?',
];
const BUNDLED = new RegExp(
  `(?:^|/)(?:(?:${BROWSER_LIBRARIES.join('|')})(?:[._~-](?:development|production|esm|cjs|umd|iife|global|runtime|browser|bundler|module|min|client|dev|prod|slim|[0-9a-f]{6,20}|\\d[\\d.]*))*\\.[cm]?js|(?:core|common|router|forms|platform-browser|animations)\\.mjs|chunk-[A-Z0-9]{8}\\.js)(?:\\?[^/]*)?$`,
);

// Where package managers put what is not the program's own; the group is the package.
const LIBRARIES = [
  // /app/node_modules/@scope/name/a.js · node_modules/.pnpm/name@1.2.3/node_modules/name/a.js · site-packages/name/a.py
  /(?:node_modules|(?:site|dist)-packages)\/(?!.*node_modules\/)(?:[^/]*\.egg\/)?((?:@[^/]+\/)?[^/.][^/]*?)(?:\.py)?(?:\/|$)/,
  // …/gems/name-1.2.3/lib/a.rb · /registry/src/index.crates.io-6f17/name-1.2.3/src/a.rs · /git/checkouts/name-0123456789ab/
  /\/(?:gems|registry\/src\/[^/]+|git\/checkouts)\/([a-zA-Z_][^/]*?)-(?:\d|[\da-f]{12})[^/]*\//,
  // name (1.2.3) lib/a.rb
  /^([a-z][\w-]*) \(\d[\w.]*\) /,
  // deps/name/lib/a.ex
  /^deps\/([^/]+)/,
  // /app/vendor/owner/name/src/A.php
  /(?:^|\/)vendor\/((?!bin\/|composer\/)[^/]+\/[^/]+)\//,
  // pandas/_libs/index.pyx · src/lxml/parser.pxi · index.pyx: Cython's files, which wheels name by their place in the source
  /^(?:src\/)?(?:([\w.-]+)\/(?:.*\/)?)?[\w.-]+\.(?:pyx|pxi|pxd)$|^stringsource$/,
  // https://shop.example/react-dom.development.js · runtime-core.esm-bundler.js · chunk-vendors.js · zone.js
  BUNDLED,
  // C:Usersannshopnode_modulesexpresslibrouterlayer.js: Markdown takes the backslashes
  /node_modules\/|(?:^|\/)vendor\/|\/pkg\/mod\/|^phar:|^[A-Za-z]:[^/]*(?:node_modules|site-packages)/,
];

const RUNTIME_PATHS = [
  '<(?:anonymous|frozen|__array|internal:|attrs generated|decorator-gen|makefun-gen)',
  'node:',
  'internal/',
  'native ',
  'bun:',
  'deno:',
  'ext:',
  'chrome-extension:',
  '\\$GOROOT',
  'src/lib(?:core|std|alloc|panic_unwind|panic_abort|test)/',
  '_\\w+\\.js$',
  '(?:node|events|net|fs|module|timers|assert|buffer|child_process|cluster|dns|https?|stream|util|vm|zlib|tty|url|path|readline|crypto|domain|bootstrap_node|async_hooks|tls)\\.js$',
];

// What belongs to the language: addresses of the runtime's own, Node's files before `node:` was written (`net.js`), and
// the folders that a standard library is in.
const RUNTIME = new RegExp(
  `^(?:${RUNTIME_PATHS.join('|')})|/lib(?:64)?/(?:python|ruby)[\\d.]*t?/|/[Pp]ython(?:\\d{2,3}|/\\d[\\d.]*)/[Ll]ib/|/rubygems/|/rustc/|/rustlib/|/library/\\w+/src/|/(?:[Gg]o(?:/[\\d.]+/\\w+)?|libexec|golang|go-?\\d[\\w.]*)/src/(?!\\w+\\.\\w+/)|/usr/lib/go`,
);

/** Whose code a file is by its path: the language's, a package's or the program's. What has no file is the language's. */
export function originOfFile(file: string | undefined): Origin {
  if (file === undefined) return { origin: 'runtime' };
  const path = file.replaceAll('\\', '/');
  for (const pattern of LIBRARIES) {
    const found = pattern.exec(path);
    if (found !== null)
      return { origin: 'library', ...(found[1] === undefined ? {} : { package: found[1] }) };
  }
  return { origin: RUNTIME.test(path) ? 'runtime' : 'app' };
}
