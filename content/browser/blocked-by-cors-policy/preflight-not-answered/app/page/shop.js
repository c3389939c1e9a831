const api = new URLSearchParams(location.search).get('api');
const stock = document.querySelector('#stock');

try {
  const response = await fetch(`${api}/stock/TB-100`, { method: 'PUT', body: '4' });
  stock.textContent = response.ok ? 'saved' : 'refused';
} catch {
  stock.textContent = 'not saved';
}
stock.dataset.done = '';
