async function ask(mirror) {
  throw new TypeError(`${mirror} has no stock`);
}

function first(mirrors) {
  return Promise.any(mirrors.map(ask));
}

first(['north', 'south']).catch((error) => report([error, ...error.errors].map(textOf).join('\n')));
