async function mirror(name) {
  throw new RangeError(`mirror ${name} is empty`);
}

Promise.any([mirror('north'), mirror('south')]).then(console.log);
