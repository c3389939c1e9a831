import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Currency } from '../currency.js';
import { Price } from '../Price.jsx';

test('Price is shown in the currency of the page', () => {
  const page = (
    <Currency.Provider value="GBP">
      <Price amount={45} />
    </Currency.Provider>
  );
  assert.equal(renderToStaticMarkup(page), '<p>45 GBP</p>');
});
