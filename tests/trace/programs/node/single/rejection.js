async function load(id) {
  const row = await find(id);
  return row.owner.name;
}

async function find() {
  return { owner: null };
}

load(7);
