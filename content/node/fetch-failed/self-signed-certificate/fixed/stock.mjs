import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

// The inventory service signs for itself: trust its certificate, beside all those that Node.js trusts anyway.
const inventoryCertificate = readFileSync(new URL('certificate.pem', import.meta.url), 'utf8');
setDefaultCACertificates([...getCACertificates('default'), inventoryCertificate]);

/** Reads from the inventory service how many pieces of an article are left. */
export async function stockOf(inventory, sku) {
  try {
    const response = await fetch(`${inventory}/stock/${sku}`);
    const { pieces } = await response.json();
    return pieces;
  } catch (error) {
    throw new Error(`Cannot read the stock of ${sku}`, { cause: error });
  }
}
