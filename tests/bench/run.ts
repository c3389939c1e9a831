import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

type Options = { runs?: number; guides?: number; peers?: string[]; model?: string; json?: boolean };

/** `npm run bench [-- NAME… OPTIONS]`: prints figures; each other file of this folder is a benchmark with a `run`. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''));

const usage = `npm run bench [-- NAME… OPTIONS]

Prints figures of all benchmarks, or of those named: ${names.join(', ')}.
--runs N     how often "pages" audits a page (5), "build" builds each site (1) and "serve" asks for each file (1)
--guides N   how many synthetic guides "build" builds (300), and "buckets" has an index of (100, 1000 and 10000)
--peers A,B  what "build" compares with: starlight, hugo, astro (all), and "pages": starlight; "" for nothing
--model G    the guide of the project that all of "build" are drawn after, as celery/worker-lost-error (any of many)
--json       "build" prints one line of JSON: {"runs":[{"tool","guides","kind","seconds","pagesPerSecond","megabytes",…}]}`;

process.exitCode = await main();

async function main(): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        runs: { type: 'string' },
        guides: { type: 'string' },
        peers: { type: 'string' },
        model: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
  const { positionals, values } = parsed;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) return refuse(`There is no benchmark "${unknown.join('", "')}".`);
  const options: Options = {};
  for (const name of ['runs', 'guides'] as const) {
    if (values[name] === undefined) continue;
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number <= 0)
      return refuse(`--${name} must be a whole number greater than 0, found "${values[name]}".`);
    options[name] = number;
  }
  if (values.peers !== undefined) options.peers = values.peers.split(',').filter((peer) => peer !== '');
  if (values.model !== undefined) options.model = values.model;
  if (values.json) options.json = true;
  for (const name of positionals.length > 0 ? positionals : names) {
    if (!options.json) console.log(`\n# ${name}`);
    const { run } = (await import(`./${name}.ts`)) as { run: (options: Options) => Promise<void> };
    await run(options);
  }
  return 0;
}

function refuse(message: string): number {
  console.error(`${message}\n\n${usage}`);
  return 2;
}
