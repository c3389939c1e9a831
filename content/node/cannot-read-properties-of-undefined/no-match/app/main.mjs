import { articles, UnknownArticle } from './articles.mjs';
import { totalOf } from './basket.mjs';

const basket = [
  { sku: 'TB-100', pieces: 2 },
  { sku: 'TB-099', pieces: 1 },
];
try {
  console.log(`Total: ${totalOf(basket, articles)} euros`);
} catch (error) {
  if (!(error instanceof UnknownArticle)) throw error;
  console.log(`Please remove ${error.message} from the basket. It is not sold any more.`);
}
