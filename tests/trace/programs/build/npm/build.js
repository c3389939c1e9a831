function bundle(entry) {
  if (!entry) throw new TypeError('entry is required');
}

bundle();
