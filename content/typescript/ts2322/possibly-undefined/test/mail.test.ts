import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailServer } from '../src/mail.js';

test('mailServer returns the host that is set', () => {
  process.env.SMTP_HOST = 'mail.example';
  assert.deepEqual(mailServer(), { host: 'mail.example', port: 25 });
});

test('mailServer names the variable when it is missing', () => {
  delete process.env.SMTP_HOST;
  assert.throws(mailServer, /SMTP_HOST/);
});
