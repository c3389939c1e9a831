import { renderToString } from 'react-dom/server';
import { Checkout } from './Checkout.jsx';

const articles = [
  { name: 'Desk lamp', price: 19 },
  { name: 'Chair', price: 45 },
];
console.log(renderToString(<Checkout articles={articles} />));
