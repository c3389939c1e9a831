import { spawn, spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { projectRoot } from '../src/site/project.ts';

/**
 * Everything that must hold, in the order in which a failure is cheapest to see. Ends with `N passed, N failed`.
 * `--full` runs all that the short run samples: every URL, picture, edit and kill, and more proofs.
 */
const isFull = process.argv.includes('--full');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--full');
if (unknown.length > 0) {
  console.error(`Unknown argument: ${unknown.join(' ')}. Use "npm test" or "npm test -- --full".`);
  process.exit(2);
}
/** Tests that have more to try read it. */
process.env['TRACEBOOK_TESTS'] = isFull ? 'full' : 'short';
/** Seconds after which no further proof begins. */
const PROOF_SECONDS = isFull ? 600 : 30;

/** `details`: what failed, a line each, as far as the step can tell. */
type Counts = { passed: number; failed: number; details?: string[] };

type Step = { name: string; run: () => Promise<Counts> };
/** Programs that use one core each, two at once; the first takes longest. */
const checks: Step[] = [
  check('types', 'astro', 'check', '--silent'),
  check('formatting', 'prettier', '--check', '--log-level', 'warn', '.'),
  check('lint', 'oxlint', '--deny-warnings', 'src', 'tests'),
  check('types of src/trace, without DOM and Node', 'tsc', '--noEmit', '-p', 'src/trace'),
  check('types of src/match, without DOM and Node', 'tsc', '--noEmit', '-p', 'src/match'),
  check('types of src/library, without Node', 'tsc', '--noEmit', '-p', 'src/library'),
  check('content', 'node', 'src/cli.ts', 'check'),
];
/** Each uses all cores. */
const steps: Step[] = [
  { name: 'unit tests', run: unitTests },
  { name: 'proofs', run: proofs },
  check('site', 'node', 'src/cli.ts', 'build'),
  { name: 'browser tests', run: browserTests },
];

const total: Counts = { passed: 0, failed: 0 };
const failures: string[] = [];
await Promise.all([runSteps(checks), runSteps(checks)]);
await runSteps(steps);
// The end of a log is what is read first, and often all that is kept.
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function check(name: string, program: string, ...args: string[]): Step {
  return { name, run: () => command(program, args) };
}

/** Takes steps from a list until it is empty, which another call may do beside it. */
async function runSteps(steps: Step[]): Promise<void> {
  for (let step = steps.shift(); step; step = steps.shift()) await runStep(step);
}

async function runStep(step: Step): Promise<void> {
  console.log(`\n# ${step.name}`);
  const start = performance.now();
  const counts = await step.run();
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) failures.push(step.name, ...(counts.details ?? []).map((line) => `  ${line}`));
  console.log(
    `# ${step.name}: ${counts.failed > 0 ? 'failed' : 'passed'} in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
}

/** Runs a program of node_modules/.bin; counts as one test. `onLine` gets what it prints on standard output. */
async function command(name: string, args: string[], onLine?: (line: string) => void): Promise<Counts> {
  const exit = await new Promise<number>((resolve) => {
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
    const child = spawn(name === 'node' ? process.execPath : join('node_modules', '.bin', name), args, {
      cwd: projectRoot,
      env,
      stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'],
    });
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => (console.log(line), onLine?.(line)));
    }
    child.on('error', (error) => (console.error(error.message), resolve(1)));
    child.on('close', (code) => resolve(code ?? 1));
  });
  return exit === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Proves what differs from the commit before, and with the time that is left the oldest records. */
async function proofs(): Promise<Counts> {
  const changed = hasParent() ? ['--changed'] : [];
  const details: string[] = [];
  let isFailure = false;
  const counts = await command(
    'node',
    ['src/cli.ts', 'prove', ...changed, '--budget', String(PROOF_SECONDS)],
    (line) => {
      // A failure is a line and those below it that are indented: what was recorded and what came out.
      isFailure = line.startsWith('failed  ') || (isFailure && line.startsWith('  '));
      if (isFailure) details.push(line);
    },
  );
  return { ...counts, details };
}

function hasParent(): boolean {
  return spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD~1'], { cwd: projectRoot }).status === 0;
}

/** Those in tests/site and tests/embed need a browser; those in tests/prove use all cores, and go one file after the other. */
async function unitTests(): Promise<Counts> {
  const all = globSync('tests/**/*.test.ts', {
    cwd: projectRoot,
    exclude: ['tests/site/**', 'tests/embed/**'],
  });
  const isOfProve = (file: string) => /^tests[\\/]prove[\\/]/.test(file);
  const many = await runFiles(
    all.filter((file) => !isOfProve(file)),
    // One more than there are cores: many wait for a server or a build now and then.
    availableParallelism() + 1,
  );
  const single = await runFiles(all.filter(isOfProve), 1);
  const counts = {
    passed: many.passed + single.passed,
    failed: many.failed + single.failed,
    details: [...many.details, ...single.details],
  };
  return counts.passed + counts.failed > 0 ? counts : { passed: 0, failed: 1 };
}

/** Runs files of tests, so many at once, and prints what each test did. */
async function runFiles(files: string[], concurrency: number): Promise<Counts & { details: string[] }> {
  const details: string[] = [];
  const counts = { passed: 0, failed: 0, details };
  const stream = run({ files: files.map((file) => join(projectRoot, file)), concurrency });
  // What is marked as not yet done is printed, and is neither passed nor failed.
  stream.on(
    'test:pass',
    ({ details, todo }) => details.type !== 'suite' && todo === undefined && counts.passed++,
  );
  stream.on('test:fail', ({ details: { type }, todo, name, file }) => {
    if (type === 'suite' || todo !== undefined) return;
    counts.failed++;
    details.push(`${file ? relative(projectRoot, file) : ''} › ${name}`);
  });
  for await (const line of stream.compose(spec)) process.stdout.write(line as string);
  return counts;
}

async function browserTests(): Promise<Counts> {
  const report = join(projectRoot, 'test-results', 'site.json');
  rmSync(report, { force: true });
  const { failed } = await command('playwright', ['test', '--config', 'tests/site/playwright.config.ts']);
  try {
    const { stats, suites } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const wrong = (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0);
    const details = suites.flatMap(failedTests);
    return { passed: stats['expected'] ?? 0, failed: Math.max(wrong, failed), details };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** What is read of Playwright's JSON report; suites nest as `describe` does. */
type Report = { stats: Record<string, number>; suites: Suite[] };
type Suite = { file: string; suites?: Suite[]; specs: { ok: boolean; title: string; line: number }[] };

function failedTests({ file, specs, suites = [] }: Suite): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ line, title }) => `${file}:${line} › ${title}`);
  return [...own, ...suites.flatMap(failedTests)];
}
