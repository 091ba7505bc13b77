/** With one more, each once and in the order in which they came. */
export function union<Item>(items: readonly Item[], item: Item | undefined): readonly Item[] {
  return item === undefined || items.includes(item) ? items : [...items, item];
}
