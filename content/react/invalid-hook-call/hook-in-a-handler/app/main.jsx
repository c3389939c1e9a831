import './browser.js';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { BuyButton } from './BuyButton.jsx';

const root = createRoot(document.getElementById('root'));
const onBuy = ({ article, currency }) => console.log(`${article} for ${currency}`);
await act(async () => root.render(<BuyButton article="Desk lamp" onBuy={onBuy} />));
await act(async () => document.querySelector('button').click());
