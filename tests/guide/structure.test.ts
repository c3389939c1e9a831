import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../src/site/project.ts';

const site = [
  'embed',
  'hosts',
  'library',
  'offline',
  'files',
  'guide',
  'locales',
  'paste',
  'search',
  'match',
  'trace',
];

/** What each folder of src/ may import of the others; the table in CONTRIBUTING.md says the same. */
const mayImport: Record<string, string[]> = {
  trace: [],
  locales: [],
  match: ['trace'],
  guide: ['files', 'locales', 'match', 'trace'],
  files: [],
  library: ['guide', 'match', 'trace'],
  prove: ['files', 'guide', 'match', 'trace'],
  search: ['locales', 'match', 'trace'],
  paste: ['locales', 'search', 'match', 'trace'],
  reading: ['locales', 'paste', 'search'],
  embed: ['locales', 'paste', 'search', 'match', 'trace'],
  offline: [],
  hosts: [],
  site,
  locks: ['match'],
  mcp: ['commands', 'guide', 'library', 'match', 'search'],
  dev: ['reading', 'site', ...site],
};

for (const [folder, allowed] of Object.entries(mayImport)) {
  test(`src/${folder} imports nothing of src/ but ${[folder, ...allowed].join(', ')}`, () => {
    const files = globSync(`src/${folder}/**/*.ts`, { cwd: projectRoot });
    assert.notEqual(files.length, 0);
    for (const file of files) {
      for (const specifier of importsOf(file)) {
        // Styles are no code, and neither is the version.
        if (!specifier.startsWith('.') || /\.css\?inline$|\/package\.json$/.test(specifier)) continue;
        const target = join('src', folder, file.slice(`src/${folder}/`.length), '..', specifier).split(
          '/',
        )[1]!;
        assert.ok([folder, ...allowed].includes(target), `${file} imports ${specifier}`);
      }
    }
  });
}

test('of src/locales, browser scripts use the texts of the own locale only', () => {
  for (const file of globSync('src/{paste,search,reading,embed}/**/*.ts', { cwd: projectRoot })) {
    // What writes the embed runs in the build.
    if (file.endsWith('write-embed.ts')) continue;
    const text = readFileSync(join(projectRoot, file), 'utf8').replace(/^import type .*$/gm, '');
    for (const [, path] of text.matchAll(/from '[^']*\/locales\/([^']+)'/g))
      assert.match(path!, /^own\/\w+\.ts$/, file);
  }
});

test('src/trace and src/match use no package', () => {
  for (const file of globSync('src/{trace,match}/**/*.ts', { cwd: projectRoot })) {
    for (const specifier of importsOf(file))
      assert.ok(specifier.startsWith('.'), `${file} imports ${specifier}`);
  }
});

test('pages, layouts and components do not import prove or the commands', () => {
  for (const file of globSync('src/{pages,layouts,components}/**/*.{ts,astro}', { cwd: projectRoot })) {
    for (const specifier of importsOf(file)) assert.doesNotMatch(specifier, /\/(prove|commands)\//, file);
  }
});

for (const document of ['README.md', '.github/CONTRIBUTING.md', 'content/README.md']) {
  const text = readFileSync(join(projectRoot, document), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };

  test(`every path in ${document} is there`, () => {
    const paths = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)+\/?)`/g)].map(([, path]) => path!);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path!);
    assert.notEqual(paths.length + links.length, 0);
    for (const path of paths.filter((path) => /^(src|tests|content|public|\.github)\//.test(path))) {
      assert.ok(existsSync(join(projectRoot, path)), path);
    }
    for (const path of links) assert.ok(existsSync(join(projectRoot, document, '..', path)), path);
  });

  test(`every command in ${document} is one`, () => {
    const names = [...text.matchAll(/npm (?:run (?:--silent )?([\w-]+)|(test|start)\b)/g)].map(
      ([, script, name]) => (script ?? name)!,
    );
    assert.notEqual(names.length, 0);
    for (const name of names) assert.ok(name in scripts, name);
  });
}

for (const document of globSync('.github/docs/*.md', { cwd: projectRoot }))
  test(`every link of ${document} leads to a file`, () => {
    const text = readFileSync(join(projectRoot, document), 'utf8');
    for (const [, path] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      assert.ok(existsSync(join(projectRoot, document, '..', path!)), path);
    for (const [, path] of text.matchAll(/`(\.github\/[\w./-]+)`/g))
      assert.ok(existsSync(join(projectRoot, path!)), path);
  });

function importsOf(file: string): string[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\s)(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map(([, from, dynamic]) => (from ?? dynamic)!);
}

test('every package of the lock has its integrity, and none names the host it came from', () => {
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; resolved?: string; link?: true }>;
  };
  for (const [path, entry] of Object.entries(lock.packages)) {
    // What lies in the repository itself.
    if (entry.link || !path.startsWith('node_modules/')) continue;
    assert.match(entry.integrity ?? '', /^sha512-/, path);
    assert.equal(entry.resolved, undefined, path);
  }
});
