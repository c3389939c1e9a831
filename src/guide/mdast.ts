import type { MdastNode } from 'satteri';

/** Visits a node and all below it, in document order. */
export function walk(node: MdastNode, visit: (node: MdastNode) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child as MdastNode, visit);
}

/** How many nodes stand within each other at most; counted without recursion, which a deep text would exhaust. */
export function depthOf(root: MdastNode): number {
  let depth = 0;
  for (let level: MdastNode[] = [root]; level.length > 0; depth++)
    level = level.flatMap((node) => ('children' in node ? (node.children as MdastNode[]) : []));
  return depth;
}

/** Value of a component's attribute; undefined when it is not there or is no text. */
export function attributeOf(node: { attributes: readonly unknown[] }, name: string): string | undefined {
  const attributes = node.attributes as readonly { name?: string; value?: unknown }[];
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}
