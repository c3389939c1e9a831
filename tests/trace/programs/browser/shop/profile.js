const button = document.createElement('button');

function renderName(user) {
  return user.profile.name;
}

class Panel {
  show(render) {
    return [{ id: 7 }].map((user) => render(user));
  }
}

button.addEventListener('click', () => new Panel().show(renderName));
button.click();
