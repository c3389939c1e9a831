import '../browser.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { BuyButton } from '../BuyButton.jsx';
import { Currency } from '../currency.js';

test('BuyButton buys in the currency of the page', async () => {
  const bought = [];
  const button = <BuyButton article="Chair" onBuy={(order) => bought.push(order)} />;
  const root = createRoot(document.getElementById('root'));
  await act(async () => root.render(<Currency.Provider value="GBP">{button}</Currency.Provider>));
  await act(async () => document.querySelector('button').click());
  assert.deepEqual(bought, [{ article: 'Chair', currency: 'GBP' }]);
});
