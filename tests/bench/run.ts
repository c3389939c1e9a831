import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** `npm run bench [-- NAME…]`: prints figures; each other file of this folder is a benchmark with a `run`. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
const unknown = positionals.filter((name) => !names.includes(name));

if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no benchmark "${unknown.join('", "')}".`);
  console.log(
    `npm run bench [-- NAME…]\n\nPrints figures of all benchmarks, or of those named: ${names.join(', ')}.`,
  );
  process.exitCode = values.help ? 0 : 2;
} else {
  for (const name of positionals.length > 0 ? positionals : names) {
    console.log(`\n# ${name}`);
    const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<void> };
    await run();
  }
}
