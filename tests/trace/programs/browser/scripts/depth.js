function depth(node) {
  return 1 + depth(node.parent ?? node);
}

class Tree {
  get height() {
    return depth(this);
  }
}

try {
  new Tree().height;
} catch (error) {
  print([String(error), ...error.stack.split('\n').slice(-8)].join('\n'));
}
