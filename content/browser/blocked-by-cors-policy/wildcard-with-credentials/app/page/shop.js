const api = new URLSearchParams(location.search).get('api');
const stock = document.querySelector('#stock');

try {
  const response = await fetch(`${api}/cart`, { credentials: 'include' });
  stock.textContent = `${(await response.json()).length} in the cart`;
} catch {
  stock.textContent = 'no cart';
}
stock.dataset.done = '';
