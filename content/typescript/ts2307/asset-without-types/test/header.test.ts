import './bundler.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

test('header shows the logo with the name of the shop', async () => {
  const { header } = await import('../src/header.js');
  assert.equal(header('Lamps'), '<header><img src="/assets/logo.svg" alt="Lamps"></header>');
});
