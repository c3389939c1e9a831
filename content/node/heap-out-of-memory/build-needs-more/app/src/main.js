import { articles } from 'virtual:articles';

document.body.textContent = `${articles.length} articles`;
