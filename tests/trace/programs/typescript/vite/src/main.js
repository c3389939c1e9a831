import { show } from './show.js';
import { prices } from './prices.js';

show(prices);
