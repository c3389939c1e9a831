class Store {
  async get(key) {
    await undefined;
    return JSON.parse(`{"${key}": <html>}`);
  }
}

async function main() {
  const store = new Store();
  return store.get('basket');
}

main().catch((error) => print(`Unhandled Promise Rejection: ${error}\n${error.stack}`));
