const { EventEmitter } = require('node:events');

const queue = new EventEmitter();
setTimeout(() => queue.emit('error', new Error('queue is full\nplease try again later')), 5);
