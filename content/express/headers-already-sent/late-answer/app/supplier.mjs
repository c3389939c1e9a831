import { get } from 'node:http';

/** Asks the supplier how many are left. Calls back once, with an error or with a number. */
export function askSupplier(url, options, callback) {
  const request = get(url, options, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (part) => (text += part));
    response.on('end', () => callback(null, Number(text)));
  });
  request.on('error', callback);
}
