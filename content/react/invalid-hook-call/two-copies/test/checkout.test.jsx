import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Checkout } from '../Checkout.jsx';

test('Checkout adds up the articles of the cart', () => {
  const articles = [{ price: 12 }, { price: 30 }];
  assert.equal(renderToStaticMarkup(<Checkout articles={articles} />), '<p>2 articles, 42 EUR</p>');
});
