const list = document.createElement('ul');
const entry = document.createElement('li');

function drop() {
  list.removeChild(entry);
}

drop();
