import { renderToStaticMarkup } from 'react-dom/server';
import { Payment } from './Payment.jsx';

const error = new Error('The card was declined.');
console.log(renderToStaticMarkup(<Payment error={error} />));
