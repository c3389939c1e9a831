import { createServer } from 'node:http';
import { Customer } from './customer.js';

export const shop = createServer(async (request, response) => {
  try {
    const customer = await Customer.findOne({ email: 'mia@shop.example' });
    response.end(customer ? `Hello ${customer.name}` : 'Hello');
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
