// Runs PHP, compiled to WebAssembly, as the program `php` would run: `node php.mjs -d zend.assertions=1 main.php`.
import { FileLockManagerForPosix, loadNodeRuntime, useHostFilesystem } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';

// What Debian's php.ini says where it differs from what PHP has built in.
const settings = ['display_errors=0', 'log_errors=1', 'zend.exception_ignore_args=1'];

const runtime = await loadNodeRuntime('8.5', {
  fileLockManager: new FileLockManagerForPosix(),
  emscriptenOptions: { processId: 1, ENV: process.env },
});
const php = new PHP(runtime);
useHostFilesystem(php);
const options = settings.flatMap((setting) => ['-d', setting]);
const { stdout, stderr, exitCode } = await php.cli(['php', ...options, ...process.argv.slice(2)]);
// They come apart. What ends a program is said last.
await copy(stdout, process.stdout);
await copy(stderr, process.stderr);
process.exit(await exitCode);

async function copy(from, to) {
  for await (const bytes of from) to.write(bytes);
}
