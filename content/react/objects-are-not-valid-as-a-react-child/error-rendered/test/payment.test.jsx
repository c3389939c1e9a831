import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Payment } from '../Payment.jsx';

test('Payment says what went wrong', () => {
  const page = renderToStaticMarkup(<Payment error={new Error('The card has expired.')} />);
  assert.equal(page, '<p role="alert">The card has expired.</p>');
});
