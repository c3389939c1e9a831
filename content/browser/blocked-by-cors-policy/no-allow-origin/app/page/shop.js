const api = new URLSearchParams(location.search).get('api');
const stock = document.querySelector('#stock');

try {
  const response = await fetch(`${api}/stock/TB-100`);
  const { left } = await response.json();
  stock.textContent = `${left} left`;
} catch {
  stock.textContent = 'unknown';
}
stock.dataset.done = '';
