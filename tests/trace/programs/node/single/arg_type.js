const path = require('node:path');

const folder = (settings) => path.join('/srv/data', settings.folder);

folder({});
