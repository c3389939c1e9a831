import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Delivery } from '../Delivery.jsx';

test('Delivery names the country and the days', () => {
  assert.equal(renderToStaticMarkup(<Delivery />), '<p>FR: 2 days</p>');
});
