import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { OrderPage } from '../src/OrderPage.js';

test('OrderPage shows every order inside the panel', () => {
  const page = renderToStaticMarkup(createElement(OrderPage, { orders: ['TB-100', 'TB-101'] }));
  assert.equal(page, '<section><h2>Open orders</h2><ul><li>TB-100</li><li>TB-101</li></ul></section>');
});
