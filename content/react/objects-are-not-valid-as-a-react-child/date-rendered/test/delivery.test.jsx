import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Delivery } from '../Delivery.jsx';

test('Delivery shows the day in words', () => {
  const page = renderToStaticMarkup(<Delivery day={new Date('2026-12-04')} />);
  assert.equal(page, '<p>It arrives on 4 December 2026.</p>');
});
