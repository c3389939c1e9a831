function depth(node) {
  return 1 + depth(node.parent ?? node);
}

try {
  depth({});
} catch (error) {
  report(textOf(error).split('\n').slice(0, 9).join('\n'));
}
