import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteSchema } from '../../src/guide/site-schema.ts';
import { contentSecurityPolicy } from '../../src/site/policy.ts';

const parse = (...urls: string[]) =>
  siteSchema.safeParse({
    name: 'Shop',
    description: 'Errors of the shop.',
    url: 'https://shop.example/errors',
    otherSites: urls.map((url) => ({ name: 'Other', url })),
  });

test('otherSites ends each address with a slash', () => {
  assert.deepEqual(parse('https://other.example', 'https://other.example/a').data?.otherSites, [
    { name: 'Other', url: 'https://other.example/' },
    { name: 'Other', url: 'https://other.example/a/' },
  ]);
});

test('otherSites takes http for this machine only', () => {
  for (const url of ['http://127.0.0.1:8080/', 'http://localhost/errors/'])
    assert.ok(parse(url).success, url);
  for (const url of [
    'http://other.example/',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
    'javascript:alert(1)',
    'https://user@other.example/',
  ])
    assert.equal(parse(url).success, false, url);
});

test('otherSites names no site twice, and not the site itself', () => {
  assert.match(
    parse('https://other.example', 'https://other.example/').error!.message,
    /must name nothing twice/,
  );
  assert.match(parse('https://shop.example/errors/').error!.message, /must not name the site itself/);
});

test('the policy of pages allows each origin of otherSites once', () => {
  const { otherSites } = parse('https://a.example/x', 'https://a.example/y', 'https://b.example').data!;
  assert.match(
    contentSecurityPolicy(otherSites),
    /; connect-src 'self' https:\/\/a\.example https:\/\/b\.example; /,
  );
  assert.match(contentSecurityPolicy(), /; connect-src 'self'; /);
});
