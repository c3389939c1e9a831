function find(name) {
  return document.querySelector(`#${name}`);
}

find('4-items');
