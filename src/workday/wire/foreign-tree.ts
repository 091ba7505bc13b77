import type { Element } from "../fields/element.ts";

/**
 * A part of a reply that nobody here reads, built again as an element of a request: a text, nothing, or
 * elements by name. Of attributes it may hold `type` alone, which every id has: what any other means, and
 * whose it is, nobody could hand back.
 *
 * @returns `undefined` where it could not be handed back as it came
 */
export function toHandBack(value: unknown): Element | undefined {
  if (typeof value === "string") return { $value: value };
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  const built: Record<string, Element[] | Element | string> = {};
  for (const [name, child] of Object.entries(value)) {
    const [key, element] = toEntry(name, child);
    if (element === undefined) return undefined;
    built[key] = element;
  }
  return built;
}

function toEntry(
  name: string,
  child: unknown,
): readonly [key: string, Element[] | Element | string | undefined] {
  if (name === "attributes") return [name, toType(child)];
  if (name === "$value" && typeof child === "string") return [name, child];
  return [`wd:${name}`, toElements(name, child)];
}

function toElements(name: string, child: unknown): Element[] | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) return undefined;
  const elements = (Array.isArray(child) ? child : [child]).map(toHandBack);
  const known = elements.filter((element) => element !== undefined);
  return known.length === elements.length ? known : undefined;
}

/** The prefix of a reply's attributes is the server's choice. */
function toType(attributes: unknown): Element | undefined {
  const [first, ...others] = Object.entries(attributes ?? {});
  const [name, value]: readonly unknown[] = first ?? [];
  const isType = typeof name === "string" && /^(\w+:)?type$/.test(name) && others.length === 0;
  return isType && typeof value === "string" ? { "wd:type": value } : undefined;
}

/**
 * The same without the descriptors of references: what people call a thing, which Workday sends along unless it is asked
 * not to. They are informational: no request has them, and another one is no change.
 *
 * @see Workday_Common_Header/Include_Reference_Descriptors_In_Response
 */
export function withoutDescriptors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptors);
  if (typeof value !== "object" || value === null) return value;
  const children: [string, unknown][] = Object.entries(value);
  const entries = children.flatMap(([name, child]): [string, unknown][] => {
    if (name !== "attributes") return [[name, withoutDescriptors(child)]];
    if (typeof child !== "object" || child === null) return [];
    const kept = Object.entries(child).filter(([key]) => !/^(\w+:)?Descriptor$/.test(key));
    return kept.length === 0 ? [] : [[name, Object.fromEntries(kept)]];
  });
  return Object.fromEntries(entries);
}
