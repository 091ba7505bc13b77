/** What the services outside held at a moment, as JSON: {@link restoreInto} understands it. */
export interface Saved {
  /** When it was. A bot that `hasSetClock` goes on from there. */
  readonly at: number;
  readonly slack: unknown;
  readonly workday: unknown;
  readonly vault: unknown;
}

/** Plain JSON of a state: maps and sets are told from objects and lists, and functions are left out. */
export function toSaved(state: object): unknown {
  const text = JSON.stringify(state, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    return value instanceof Set ? { $set: [...value] } : value;
  });
  return JSON.parse(text);
}

/** Replaces what was saved of a state. What it has besides, because an emulator has learnt it since, stays. */
export function restoreInto(state: object, saved: unknown): void {
  const text = JSON.stringify(saved);
  Object.assign(
    state,
    JSON.parse(text, (_key, value: unknown) => revive(value)),
  );
}

function revive(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$map" in value && Array.isArray(value.$map)) return new Map(value.$map);
  return "$set" in value && Array.isArray(value.$set) ? new Set(value.$set) : value;
}
