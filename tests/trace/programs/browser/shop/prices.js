class Catalogue {
  async load(path) {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`could not load prices: ${response.status}`);
    return response.json();
  }

  async refresh() {
    return (await this.load('/prices/today')).items;
  }
}

async function start() {
  await new Catalogue().refresh();
}

setTimeout(start, 10);
