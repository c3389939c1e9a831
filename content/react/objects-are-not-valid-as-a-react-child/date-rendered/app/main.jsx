import { renderToStaticMarkup } from 'react-dom/server';
import { Delivery } from './Delivery.jsx';

console.log(renderToStaticMarkup(<Delivery day={new Date('2026-12-04')} />));
