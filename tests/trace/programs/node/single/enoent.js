const { readFileSync } = require('node:fs');

function readSettings() {
  return JSON.parse(readFileSync('settings.json', 'utf8'));
}

readSettings();
