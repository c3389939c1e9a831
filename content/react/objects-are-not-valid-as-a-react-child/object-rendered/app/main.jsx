import { renderToStaticMarkup } from 'react-dom/server';
import { OrderLine } from './OrderLine.jsx';

const line = { article: 'Desk lamp', price: { amount: 19, currency: 'EUR' } };
console.log(renderToStaticMarkup(<OrderLine line={line} />));
