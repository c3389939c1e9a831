function read(text) {
  return JSON.parse(text);
}

async function load() {
  const response = await fetch('/caught.html');
  return read(await response.text());
}

load().catch((error) => {
  console.error('could not load the basket', error);
  report(`could not load the basket ${textOf(error)}`);
});
