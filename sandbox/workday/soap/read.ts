import { type ValidationError, validationFault } from "./service-fault.ts";
import { bsvc, type XmlElement, xpathOf } from "./xml.ts";

/** The child with that name; the validator has seen to the rest. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(({ uri, local }) => uri === bsvc && local === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  const children = element?.children ?? [];
  return children.filter(({ uri, local }) => uri === bsvc && local === name);
}

/** The child's text; an empty element counts as left out. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text;
  return text === "" ? undefined : text;
}

export function flagOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const text = childText(element, name);
  return text === undefined ? undefined : isTrue(text);
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(({ uri, local }) => uri === bsvc && local === name)?.value;
}

export function isTrue(text: string | undefined): boolean {
  return text === "true" || text === "1";
}

/**
 * The instance that every ID of a reference means; `undefined` without a
 * reference or IDs.
 *
 * @throws ServiceFault when an ID means nothing or two mean different things
 */
export function resolveReference<Instance>(
  reference: XmlElement | undefined,
  find: (type: string, value: string) => Instance | undefined,
): Instance | undefined {
  let found: Instance | undefined;
  for (const id of childrenOf(reference, "ID")) {
    const type = attributeOf(id, "type") ?? "";
    const instance = find(type, id.text);
    if (instance === undefined) throw refusal(id, invalidId(type, id.text));
    if (found !== undefined && found !== instance) {
      throw refusal(id, "The IDs of a reference must identify the same instance.");
    }
    found = instance;
  }
  return found;
}

function invalidId(type: string, value: string): string {
  return `Invalid ID value.  '${value}' is not a valid ID value for type = '${type}'`;
}

/** A validation fault with one reason, at one place of the request. */
export function refusal(at: XmlElement, message: string): ReturnType<typeof validationFault> {
  return validationFault([validationError(at, message)]);
}

export function validationError(at: XmlElement, message: string): ValidationError {
  return { message, detailMessage: message, xpath: xpathOf(at) };
}
