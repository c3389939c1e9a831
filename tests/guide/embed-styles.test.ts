import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedStyles } from '../../src/embed/embed-styles.ts';

const tokens =
  ':root {\n  color-scheme: light dark;\n  --paper: light-dark(#fff, #111);\n  --small: 0.875rem;\n}\n';

test('embedStyles makes each token a custom property that a page may set', () => {
  assert.equal(
    embedStyles(tokens, []),
    ':host{--rem:var(--tracebook-rem,1rem);--paper:var(--tracebook-paper,light-dark(#fff,#111));--small:var(--tracebook-small,calc(0.875*var(--rem)))}',
  );
});

test('embedStyles measures by the element in place of the window and of the page', () => {
  const css =
    '/* Wide. */\n@media (min-width: 48rem) {\n  .card {\n    padding: 1rem 0.5rem;\n  }\n}\n@media print {\n  .card {\n    margin: 2px;\n  }\n}\n';
  assert.equal(
    embedStyles('', [css]).replace(/^[^}]*\}/, ''),
    '@container (min-width: 48rem){.card{padding: calc(1*var(--rem)) calc(0.5*var(--rem))}}@media print{.card{margin: 2px}}',
  );
});
