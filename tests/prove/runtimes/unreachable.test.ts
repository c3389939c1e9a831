import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreachableReason } from '../../../src/prove/runtimes/unreachable.ts';

const unreachable = [
  "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<…>: Failed to establish a new connection')'",
  'npm error code ENOTFOUND',
  'npm error code E503',
  '[ERROR] Could not transfer artifact junit:junit:pom:4.13.2 from/to central: Connect to 127.0.0.1:9 failed: Connection refused',
  '[ERROR] … status code: 503, reason phrase: Service Unavailable (503)',
  'go: download go1.24.6: dial tcp: lookup registry.example on 127.0.0.1:53: no such host',
  "error: failed to get `smallvec`: [6] Couldn't resolve host name",
  "E: Failed to fetch … Temporary failure resolving 'registry.example'",
  'OSError: [Errno 28] No space left on device',
];

for (const output of unreachable) {
  test(`unreachableReason finds a reason when a tool prints "${output.slice(0, 60)}"`, () => {
    assert.ok(unreachableReason(output));
  });
}

const wrong = [
  'ERROR: Could not find a version that satisfies the requirement pytset==9 (from versions: none)',
  'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.',
  'npm error code EUSAGE `npm ci` can only install packages when your package.json and package-lock.json are in sync.',
  'npm error 404 Not Found - GET /expresss',
  '[ERROR] Failed to execute goal on project shop: Could not resolve dependencies for project com.example:shop:jar:1.0: Could not find artifact junit:junit:jar:99 in central',
  'go: github.com/google/uuid@v1.6.0: missing go.sum entry for go.mod file; to add it: go mod download',
  'error: the lock file Cargo.lock needs to be updated but --locked was passed to prevent this',
];

for (const output of wrong) {
  test(`unreachableReason finds none when a tool prints "${output.slice(0, 60)}"`, () => {
    assert.equal(unreachableReason(output), undefined);
  });
}
