const http = require('node:http');

http.get({ host: 'localhost', port: 47613 }, () => console.log('there'));
