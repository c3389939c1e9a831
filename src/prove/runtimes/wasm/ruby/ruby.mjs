// Runs Ruby, compiled to WebAssembly, as the program `ruby` would run: `node ruby.mjs main.rb`, `node ruby.mjs --rake test`.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { WASI } from 'node:wasi';
import { RubyVM } from '@ruby/wasm-wasi';

const wasi = new WASI({
  version: 'preview1',
  env: process.env,
  preopens: { '/': '/' },
  returnOnExit: true,
});
const ruby = createRequire(import.meta.url).resolve('@ruby/4.0-wasm-wasi/dist/ruby+stdlib.wasm');
const module = await WebAssembly.compile(await readFile(ruby));
const { vm } = await RubyVM.instantiateModule({ module, wasip1: wasi });
const start = await readFile(join(dirname(process.argv[1]), 'start.rb'), 'utf8');
const words = JSON.stringify([process.cwd(), ...process.argv.slice(2)]);
const status = vm.eval(`${start}\nStart.main(*${words.replaceAll('#', '\\u0023')})`).toString();
// What WebAssembly holds is not to be cleaned up.
process.reallyExit(Number(status));
