/**
 * Opens one page of the current folder in a real browser and prints what the page reports about its errors.
 *
 *     node open.ts firefox|chromium PAGE [--log]
 *     node open.ts firefox|chromium --version
 *
 * With `--log` it prints what the browser itself writes about them to its standard error.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { findChromium } from '../../../site/chromium.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
/** Firefox writes a page's errors to its standard error, and keeps async stacks as it does with open tools. */
const PREFERENCES = {
  'browser.dom.window.dump.enabled': true,
  'javascript.options.asyncstack_capture_debuggee_only': false,
};
const LIMIT = 60_000;

const [browser = '', page = '', ...rest] = process.argv.slice(2);
const isLog = rest.includes('--log');
const profile = mkdtempSync(join(tmpdir(), 'tracebook-browser-'));
const said: string[] = [];
let child: ReturnType<typeof spawn> | undefined;
let log = '';
const server = createServer((request, response) => void answer(request, response));
if (page === '--version') {
  const [command, args] = browser === 'firefox' ? firefox() : await chromium();
  process.exitCode = spawnSync(command, [...args, page], { stdio: 'inherit' }).status ?? 1;
  rmSync(profile, { recursive: true, force: true });
} else server.listen(0, '127.0.0.1', () => void open());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') {
    const reported = await textOf(request);
    response.end();
    if (pathname === '/end') stop();
    else said.push(reported);
    return;
  }
  try {
    const body = readFileSync(join(process.cwd(), pathname));
    response.setHeader('content-type', `${TYPES[extname(pathname)] ?? 'text/plain'}; charset=utf-8`);
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end('not here');
  }
}

async function open(): Promise<void> {
  const [command, args] = browser === 'firefox' ? firefox() : await chromium();
  child = spawn(command, [...args, address(page)], { env: { ...process.env, HOME: profile } });
  child.stderr?.on('data', (part: Buffer) => (log += String(part)));
  child.stdout?.on('data', (part: Buffer) => (log += String(part)));
  setTimeout(stop, LIMIT).unref();
}

function firefox(): [string, string[]] {
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${value});\n`);
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  return ['firefox-esr', ['--headless', '--no-remote', '--profile', profile]];
}

async function chromium(): Promise<[string, string[]]> {
  const { executablePath, args } = await findChromium();
  const quiet = ['--headless', '--no-first-run', '--disable-gpu', '--enable-logging=stderr'];
  return [executablePath, [...args, ...quiet, `--user-data-dir=${profile}`]];
}

function address(path: string): string {
  return `http://localhost:${(server.address() as AddressInfo).port}/${path}`;
}

function stop(): void {
  const own = address('').replace(/\/$/, '');
  // JavaScript error: http://…, line 3: …  ·  [7:7:0203/094107.1:INFO:CONSOLE:3] "…", source: http://… (3)
  const logged = log.split(/\n(?=\[\d|JavaScript |console\.)/).filter((entry) => entry.includes(own));
  const stamped = logged.map((entry) => entry.replace(/^\[[\d:/.]+(?=:\w+:CONSOLE)/, '[4242:4242:0203/094107.218402'));
  const printed = (isLog ? stamped : said).join('\n').replaceAll(own, 'http://localhost:8080');
  child?.once('exit', () => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.stdout.write(`${printed.trimEnd()}\n`, () => process.exit(printed === '' ? 1 : 0));
  });
  child?.kill('SIGKILL');
}
