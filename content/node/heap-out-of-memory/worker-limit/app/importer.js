import { parentPort } from 'node:worker_threads';
import { importOrders } from './import-orders.js';
import { orderLines } from './orders.js';

parentPort.postMessage(importOrders(orderLines()));
