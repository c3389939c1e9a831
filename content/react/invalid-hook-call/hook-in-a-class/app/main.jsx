import './browser.js';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Price } from './Price.jsx';

const root = createRoot(document.getElementById('root'));
await act(async () => root.render(<Price amount={19} />));
console.log(document.getElementById('root').textContent);
