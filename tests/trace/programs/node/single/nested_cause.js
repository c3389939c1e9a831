function query() {
  throw Object.assign(new Error('relation "orders" does not exist'), { code: '42P01', severity: 'ERROR' });
}

function repository() {
  try {
    query();
  } catch (cause) {
    throw new Error('orders could not be read', { cause });
  }
}

class ServiceUnavailable extends Error {}

try {
  repository();
} catch (cause) {
  throw new ServiceUnavailable('shop is closed', { cause });
}
