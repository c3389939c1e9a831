async function ask(mirror) {
  throw new TypeError(`${mirror} has no stock`);
}

Promise.any(['north', 'south'].map(ask)).catch((error) => {
  for (const each of [error, ...error.errors]) print(`${each}\n${each.stack}`);
});
