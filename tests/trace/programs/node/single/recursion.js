const tree = { name: 'root' };
tree.parent = tree;

function depth(node) {
  return node.parent ? 1 + depth(node.parent) : 0;
}

depth(tree);
