/** Whether a name is on a list, however it is spelt. */
export function isOneOf(name: string, names: readonly string[]): boolean {
  return names.some((other) => isSameName(other, name));
}

/** Two spellings of one name, as of a domain or a group: vendors differ from tenants in capitals and spaces. */
export function isSameName(one: string, other: string): boolean {
  return one === other || toNameKey(one) === toNameKey(other);
}

/** A key that all spellings of one name share. */
export function toNameKey(name: string): string {
  return name.replace(/\s+/g, " ").trim().toLowerCase();
}
