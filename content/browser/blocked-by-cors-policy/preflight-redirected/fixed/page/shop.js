const api = new URLSearchParams(location.search).get('api');
const stock = document.querySelector('#stock');

try {
  const response = await fetch(`${api}/stock/`, { method: 'PUT', body: '4' });
  stock.textContent = response.ok ? 'stored' : 'refused';
} catch {
  stock.textContent = 'not stored';
}
stock.dataset.done = '';
