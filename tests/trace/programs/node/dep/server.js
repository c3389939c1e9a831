const express = require('express');
const http = require('node:http');

const app = express();
app.get('/orders/:id', (request, response) => {
  const order = [].find(({ id }) => id === request.params.id);
  response.json({ total: order.total });
});

const server = app.listen(47614, '127.0.0.1', () => {
  http.get('http://127.0.0.1:47614/orders/7', (answer) => answer.resume().on('end', () => server.close()));
});
