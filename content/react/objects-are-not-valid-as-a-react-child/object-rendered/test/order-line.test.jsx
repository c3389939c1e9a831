import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { OrderLine } from '../OrderLine.jsx';

test('OrderLine shows the price with its currency', () => {
  const line = { article: 'Chair', price: { amount: 45, currency: 'EUR' } };
  assert.equal(renderToStaticMarkup(<OrderLine line={line} />), '<p>Chair: 45 EUR</p>');
});
