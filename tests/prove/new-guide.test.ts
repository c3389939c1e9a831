import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newGuide } from '../../src/commands/new.ts';
import { prove } from '../../src/commands/prove.ts';
import { projectRoot } from '../../src/site/project.ts';

/** What an author writes for each runtime that a new framework begins with: the paste, both programs and the test. */
const programs = {
  python: {
    paste:
      'Traceback (most recent call last):\n  File "shop.py", line 3, in <module>\nValueError: no price for tea\n',
    files: ['main.py', 'test_main.py'],
    broken:
      "def price():\n    raise ValueError('no price for tea')\n\n\nif __name__ == '__main__':\n    price()\n",
    fixed: "def price():\n    return 0\n\n\nif __name__ == '__main__':\n    price()\n",
    test: 'import unittest\nfrom main import price\n\n\nclass Price(unittest.TestCase):\n    def test_price(self):\n        self.assertEqual(price(), 0)\n',
  },
  node: {
    paste: 'TypeError: no price for tea\n    at price (/srv/shop.js:1:2)\n',
    files: ['main.mjs', 'main.test.mjs'],
    broken: "export function price() {\n  throw new TypeError('no price for tea');\n}\nprice();\n",
    fixed: 'export function price() {\n  return 0;\n}\nprice();\n',
    test: "import { price } from '../main.mjs';\nif (price() !== 0) throw new Error('no zero');\n",
  },
  java: {
    paste:
      'Exception in thread "main" java.lang.IllegalStateException: no price for tea\n\tat shop.Main.main(Main.java:3)\n',
    files: ['Main.java', 'RunTests.java'],
    broken:
      'class Main {\n    static int price() {\n        throw new IllegalStateException("no price for tea");\n    }\n\n    public static void main(String[] names) {\n        price();\n    }\n}\n',
    fixed:
      'class Main {\n    static int price() {\n        return 0;\n    }\n\n    public static void main(String[] names) {\n        price();\n    }\n}\n',
    test: 'class RunTests {\n    public static void main(String[] names) {\n        assert Main.price() == 0;\n    }\n}\n',
  },
  ruby: {
    paste: "shop.rb:2:in `price': no price for tea (ArgumentError)\n\tfrom shop.rb:4:in `<main>'\n",
    files: ['main.rb', 'main_test.rb'],
    broken: "def price\n  raise ArgumentError, 'no price for tea'\nend\nprice\n",
    fixed: 'def price\n  0\nend\nprice\n',
    test: "require 'main'\nraise 'no zero' unless price == 0\n",
  },
  php: {
    paste:
      'PHP Fatal error:  Uncaught RuntimeException: no price for tea in /srv/main.php:4\nStack trace:\n#0 /srv/main.php(6): price()\n#1 {main}\n  thrown in /srv/main.php on line 4\n',
    files: ['main.php', 'run.php'],
    broken:
      "<?php\nfunction price(): int\n{\n    throw new RuntimeException('no price for tea');\n}\nprice();\n",
    fixed: '<?php\nfunction price(): int\n{\n    return 0;\n}\nprice();\n',
    test: "<?php\nrequire __DIR__ . '/../main.php';\nassert(price() === 0);\n",
  },
};

for (const [runtime, { paste, files, ...texts }] of Object.entries(programs)) {
  test(`a new guide of ${runtime} is proved when its programs are written`, async (context) => {
    const root = await mkdtemp(join(tmpdir(), 'tracebook-new-guide-'));
    context.after(() => rm(root, { recursive: true }));
    const content = join(root, 'content');
    await cp(join(projectRoot, 'tests/guide/content/site.yaml'), join(content, 'site.yaml'));
    await writeFile(join(root, 'trace.txt'), paste);
    const said = context.mock.method(console, 'log', () => {});
    assert.equal(
      await newGuide('depot/no-price', { causes: 'tea', from: join(root, 'trace.txt') }, content),
      0,
    );
    said.mock.restore();

    const cause = join(content, 'depot/no-price/tea');
    await writeFile(join(cause, 'broken', files[0]!), texts.broken);
    await writeFile(join(cause, 'fixed', files[0]!), texts.fixed);
    await writeFile(join(cause, 'test', files[1]!), texts.test);
    for (const file of ['framework.yaml', 'no-price/guide.mdx', 'no-price/tea/cause.mdx']) {
      const path = join(content, 'depot', file);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll('TODO: ', ''));
    }
    const lines: string[] = [];
    const folders = { content, cache: join(root, 'cache') };
    const code = await prove(undefined, { update: true }, folders, (line) => lines.push(line));
    const text = lines.join('\n');
    // A machine that lacks the runtime says so.
    if (/^0 proved, 0 failed, 1 skipped$/m.test(text)) context.skip(text);
    else assert.equal(code, 0, text);
  });
}
