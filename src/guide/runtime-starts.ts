/** What a new guide of a runtime begins with: its files, its commands, and the locks of a first environment. */
export type RuntimeStart = {
  language: string;
  /** Id of the first environment, and its files; absent where an author must write them first. */
  environment?: { id: string; locks: Record<string, string> };
  program: string;
  testFile: string;
  run: string;
  test: string;
  /** Stands before a comment of one line. */
  comment: string;
};

/** By runtime; one that is not here begins as Python's does, and its author renames the files. */
export const starts: Record<string, RuntimeStart> = {
  python: {
    language: 'python',
    environment: { id: '3.11', locks: { '.python-version': '3.11\n', 'requirements.txt': '' } },
    program: 'main.py',
    testFile: 'test_main.py',
    run: 'python main.py',
    test: 'python -m unittest discover -s test',
    comment: '# ',
  },
  node: {
    language: 'javascript',
    environment: { id: '24', locks: { '.node-version': '24\n' } },
    program: 'main.mjs',
    testFile: 'main.test.mjs',
    run: 'node main.mjs',
    test: 'node --test',
    comment: '// ',
  },
  java: {
    language: 'java',
    environment: { id: '17', locks: { '.java-version': '17\n' } },
    program: 'Main.java',
    testFile: 'RunTests.java',
    run: 'javac -g -d out *.java && java -cp out Main',
    test: 'javac -g -d out *.java test/*.java && java -ea -cp out RunTests',
    comment: '// ',
  },
  ruby: {
    language: 'ruby',
    environment: { id: '3.1', locks: { '.ruby-version': '3.1\n' } },
    program: 'main.rb',
    testFile: 'main_test.rb',
    run: 'ruby main.rb',
    test: 'ruby -I . test/main_test.rb',
    comment: '# ',
  },
  php: {
    language: 'php',
    environment: { id: '8.2', locks: { '.php-version': '8.2\n' } },
    program: 'main.php',
    testFile: 'run.php',
    run: 'php main.php',
    test: 'php -d zend.assertions=1 test/run.php',
    comment: '<?php // ',
  },
  go: {
    language: 'go',
    program: 'main.go',
    testFile: 'main_test.go',
    run: 'go run .',
    test: 'go test ./test',
    comment: '// ',
  },
  rust: {
    language: 'rust',
    program: 'src/main.rs',
    testFile: 'main.rs',
    run: 'cargo run --offline --locked',
    test: 'cargo test --offline --locked --test main',
    comment: '// ',
  },
};

/**
 * The runtime that a new framework of a language begins with.
 * @param language of a trace, `unknown` or absent without one
 * @returns undefined when its author must choose the runtime and write the locks first
 */
export function runtimeFor(language = 'unknown'): string | undefined {
  if (language === 'unknown') return 'python';
  const spoken = language === 'typescript' ? 'javascript' : language;
  return Object.keys(starts).find((id) => starts[id]!.language === spoken && starts[id]!.environment);
}
