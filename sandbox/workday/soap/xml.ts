import { type SaxesAttributeNS, SaxesParser } from "saxes";

export const bsvc = "urn:com.workday/bsvc";

interface XmlAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly parent: XmlElement | undefined;
  text: string;
}

const xmlnsUri = "http://www.w3.org/2000/xmlns/";

/**
 * Reads a document strictly: well-formed, every prefix declared, no document type.
 *
 * @throws Error when it is not, with the parser's words
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  let root: XmlElement | undefined;
  let open: XmlElement | undefined;

  function addText(piece: string): void {
    if (open !== undefined) open.text += piece;
  }
  parser.on("doctype", () => {
    throw new Error("a document type declaration is not allowed");
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ uri, local, attributes }) => {
    const element: XmlElement = {
      uri,
      local,
      attributes: toAttributes(Object.values(attributes)),
      children: [],
      parent: open,
      text: "",
    };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on("closetag", () => {
    open = open?.parent;
  });
  parser.write(text).close();

  if (root === undefined) throw new Error("the document is empty");
  return root;
}

function toAttributes(attributes: readonly SaxesAttributeNS[]): XmlAttribute[] {
  return attributes
    .filter(({ uri }) => uri !== xmlnsUri)
    .map(({ uri, local, value }) => ({ uri, local, value }));
}

/** Where the element stands in the request, as Workday writes it: `/wd:A[1]/wd:B[2]`. */
export function xpathOf(element: XmlElement): string {
  if (element.uri !== bsvc && element.parent?.uri !== bsvc) return "";
  const siblings = element.parent?.children ?? [element];
  const alike = siblings.filter(({ uri, local }) => uri === element.uri && local === element.local);
  const prefix = element.uri === bsvc ? "wd:" : "";
  const above = element.parent === undefined ? "" : xpathOf(element.parent);
  return `${above}/${prefix}${element.local}[${alike.indexOf(element) + 1}]`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A Workday element around XML that is ready. */
export function tag(
  name: string,
  inner: readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` wd:${key}="${escapeXml(value)}"`,
  );
  return `<wd:${name}${written.join("")}>${inner.join("")}</wd:${name}>`;
}

/** A Workday element around plain text; nothing at all for `undefined`. */
export function leaf(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  const plain = typeof value === "boolean" ? Number(value) : value;
  return tag(name, [escapeXml(String(plain))]);
}

/** The element of a request, written back as an answer repeats it. */
export function echo(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const attributes = Object.fromEntries(
    element.attributes.map(({ local, value }) => [local, value]),
  );
  const inner =
    element.children.length > 0 ? element.children.map(echo) : [escapeXml(element.text)];
  return tag(element.local, inner, attributes);
}
