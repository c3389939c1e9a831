import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/site/project.ts';
import { startHttp } from './clients.ts';
import { isFull } from '../full.ts';

/** Scenarios of the conformance suite for what this server has; the others need a session, or call tools of a test server. */
const scenarios = ['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'];

const site = await startHttp(join(projectRoot, 'tests/guide/content'));
const folder = mkdtempSync(join(tmpdir(), 'tracebook-conformance-'));
after(() => {
  site.stop();
  rmSync(folder, { recursive: true });
});

for (const scenario of isFull ? scenarios : scenarios.slice(0, 1)) {
  test(`mcp passes the conformance scenario ${scenario}`, async () => {
    const program = join(projectRoot, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [program, 'server', '--url', site.url, '--scenario', scenario],
      { cwd: folder, timeout: 60_000 },
    ).catch((error: { stdout: string; stderr: string }) => error);
    assert.match(`${stdout}${stderr}`, /Passed: [1-9]\d*\/[1-9]\d*, 0 failed/);
  });
}
