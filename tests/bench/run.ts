import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** `npm run bench [-- NAME… --runs N]`: prints figures; each other file of this folder is a benchmark with a `run`. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, runs: { type: 'string' } },
});
const runs = values.runs === undefined ? undefined : Number(values.runs);
const isWrong = runs !== undefined && !(Number.isInteger(runs) && runs > 0);
const unknown = positionals.filter((name) => !names.includes(name));

if (values.help || unknown.length > 0 || isWrong) {
  if (isWrong) console.error(`--runs must be a whole number greater than 0, found "${values.runs}".`);
  if (unknown.length > 0) console.error(`There is no benchmark "${unknown.join('", "')}".`);
  console.log(
    `npm run bench [-- NAME… --runs N]\n\nPrints figures of all benchmarks, or of those named: ${names.join(', ')}.\n--runs N: how often "pages" audits a page (5).`,
  );
  process.exitCode = values.help ? 0 : 2;
} else {
  for (const name of positionals.length > 0 ? positionals : names) {
    console.log(`\n# ${name}`);
    const { run } = (await import(`./${name}.ts`)) as {
      run: (options: { runs?: number }) => Promise<void>;
    };
    await run(runs === undefined ? {} : { runs });
  }
}
