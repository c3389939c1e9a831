const api = new URLSearchParams(location.search).get('api');
const stock = document.querySelector('#stock');

try {
  const response = await fetch(`${api}/orders`, { headers: { Authorization: 'Bearer abc' } });
  stock.textContent = `${(await response.json()).length} orders`;
} catch {
  stock.textContent = 'no orders';
}
stock.dataset.done = '';
