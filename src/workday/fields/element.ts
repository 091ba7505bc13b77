/** What may stand in a request. Nothing else compiles: no `null`, no `Date`, no object of a person's. */
export type ElementValue = string | number | boolean | Element | readonly Element[] | undefined;

/**
 * An element built field by field. `attributes` holds its attributes, with their prefix; `$value` its text
 * where it has attributes too. A key is always written by us, so raw XML (`_xml`, `$xml`) has no way in.
 */
export interface Element {
  readonly [name: string]: ElementValue;
}

/** A reference by one id, as every Workday service takes them. */
export function toReference(type: string, id: string): Element {
  return { ID: { attributes: { "wd:type": type }, $value: id } };
}

/** A page of a Get; `count` is 999 at most. */
export function toResponseFilter(page: number, count: number): Element {
  return { Page: page, Count: count };
}

/** Whether a value is one element, not a list, a text or nothing. */
export function isElement(value: ElementValue): value is Element {
  return typeof value === "object" && !Array.isArray(value);
}

/** Letters, marks, digits, punctuation, symbols and plain spaces: no control, format or private characters. */
const allowed = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]*$/u;

/** The package sends a text of this form as it is, without escaping what stands in it. */
const verbatim = "<![CDATA[";

/** Whether a text may travel to Workday as an element's or attribute's content. */
export function isSendable(text: string): boolean {
  return allowed.test(text) && !text.startsWith(verbatim);
}

/**
 * Finds the first element whose content must not be sent: a text with characters outside the allow-list,
 * or a number that is no whole one.
 *
 * @returns the element's name, `undefined` where everything may be sent
 * @throws on a key that would let XML in, which no person can cause
 */
export function findUnsendable(element: Element, within = ""): string | undefined {
  for (const [name, value] of Object.entries(element)) {
    if (!isElementName(name)) throw new Error(`A request was built with the key ${name}`);
    const found = findInValue(value, /^[A-Z]/.test(name) ? name : within);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInValue(value: ElementValue, name: string): string | undefined {
  if (typeof value === "string") return isSendable(value) ? undefined : name;
  if (typeof value === "number") {
    return Number.isSafeInteger(value) && value >= 0 ? undefined : name;
  }
  if (typeof value !== "object") return undefined;
  for (const element of isElement(value) ? [value] : value) {
    const found = findUnsendable(element, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isElementName(name: string): boolean {
  return name === "attributes" || name === "$value" || /^(wd:)?[A-Za-z][A-Za-z0-9_-]*$/.test(name);
}
