import { type Document, isMap, isScalar, isSeq, type LineCounter } from "yaml";

/** Tells where in a file a key stands, such as `tenants[0].channel`; `undefined` where not even its first part is there. */
export type LineOf = (key: string) => number | undefined;

/**
 * Finds keys in a YAML document. Of one that is missing it is the line of the nearest part around it. Lines count from 1.
 */
export function createLineOf(document: Document, lines: LineCounter): LineOf {
  return (key) => {
    let line: number | undefined;
    let node: unknown = document.contents;
    for (const part of toPath(key)) {
      const next = stepInto(node, part);
      if (next === undefined) return line;
      line = lines.linePos(next.offset).line;
      node = next.node;
    }
    return line;
  };
}

/** `tenants[0].channel` is `tenants`, `0`, `channel`. */
export function toPath(key: string): readonly string[] {
  return key.split(/[.[\]]+/).filter((part) => part !== "");
}

function stepInto(
  node: unknown,
  part: string,
): { readonly offset: number; readonly node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
    return pair && isScalar(pair.key) ? withOffset(pair.key.range, pair.value) : undefined;
  }
  const item: unknown = isSeq(node) ? node.items[Number(part)] : undefined;
  return isScalar(item) || isMap(item) || isSeq(item) ? withOffset(item.range, item) : undefined;
}

function withOffset(
  range: readonly number[] | null | undefined,
  node: unknown,
): { readonly offset: number; readonly node: unknown } {
  return { offset: range?.[0] ?? 0, node };
}
