import { renderToString } from 'react-dom/server';
import { Delivery } from './Delivery.jsx';

console.log(renderToString(<Delivery />));
