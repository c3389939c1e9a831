import type { MdastNode } from 'satteri';

/** Visits a node and all below it, in document order. */
export function walk(node: MdastNode, visit: (node: MdastNode) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child as MdastNode, visit);
}

/** Value of a component's attribute; undefined when it is not there or is no text. */
export function attributeOf(node: { attributes: readonly unknown[] }, name: string): string | undefined {
  const attributes = node.attributes as readonly { name?: string; value?: unknown }[];
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}
