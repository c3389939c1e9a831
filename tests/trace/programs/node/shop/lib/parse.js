exports.parse = (text) =>
  text.split('\n').map((line) => {
    const [name, price] = line.split(';');
    return { name, price };
  });
