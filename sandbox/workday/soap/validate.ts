import type { ValidationError } from "./service-fault.ts";
import type { AttributeShape, ElementShape, Particle, ValueType } from "./shape.ts";
import { bsvc, type XmlElement, xpathOf } from "./xml.ts";

const patterns: Readonly<Record<ValueType, RegExp>> = {
  string: /^[^\p{Cc}]*$/u,
  boolean: /^(?:true|false|1|0)$/,
  "decimal(3,0)": /^\d{1,3}$/,
  page: /^[1-9]\d{0,11}$/,
  count: /^[1-9]\d{0,2}$/,
  date: /^\d{4}-\d{2}-\d{2}(?:Z|[+-]\d{2}:\d{2})?$/,
  dateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/,
  base64: /^[A-Za-z0-9+/\s]*={0,2}\s*$/,
};

/**
 * Compares an element with its shape: names and their namespace, order,
 * cardinality, choices, attributes, values. The wording of what it finds is a
 * guess at Workday's; the places are exact.
 */
export function validate(element: XmlElement, shape: ElementShape): ValidationError[] {
  return [...attributeErrors(element, shape.attributes), ...contentErrors(element, shape.content)];
}

function contentErrors(
  element: XmlElement,
  content: ElementShape["content"],
): readonly ValidationError[] {
  if (typeof content === "string") return valueErrors(element, content);
  if (element.text.trim() !== "") {
    return [problem(element, `Element '${element.local}' cannot contain text`)];
  }
  return sequenceErrors(element, content);
}

function valueErrors(element: XmlElement, type: ValueType): ValidationError[] {
  const [child] = element.children;
  if (child !== undefined) return [unexpected(child)];
  if (patterns[type].test(element.text)) return [];
  return [problem(element, `Invalid value for element '${element.local}': it must be a ${type}`)];
}

function attributeErrors(
  element: XmlElement,
  shapes: readonly AttributeShape[],
): ValidationError[] {
  const errors: ValidationError[] = [];
  for (const { uri, local, value } of element.attributes) {
    const shape = uri === bsvc ? shapes.find(({ name }) => name === local) : undefined;
    if (shape === undefined) {
      const hint = uri === bsvc ? "" : `; its namespace is '${uri}', not '${bsvc}'`;
      errors.push(problem(element, `Attribute '${local}' is not allowed here${hint}`));
    } else if (!isValueOf(shape, value)) {
      errors.push(problem(element, `Invalid value for attribute '${local}'`));
    }
  }
  for (const { name, isRequired } of shapes) {
    const isThere = element.attributes.some(({ uri, local }) => uri === bsvc && local === name);
    if (isRequired && !isThere) errors.push(problem(element, `Attribute '${name}' is required`));
  }
  return errors;
}

function isValueOf({ value: allowed }: AttributeShape, value: string): boolean {
  return typeof allowed === "string" ? patterns[allowed].test(value) : allowed.includes(value);
}

function sequenceErrors(element: XmlElement, particles: readonly Particle[]): ValidationError[] {
  const errors: ValidationError[] = [];
  let rest: readonly XmlElement[] = element.children;
  for (const particle of particles) {
    const { min, max, shapes } = boundsOf(particle);
    const taken = takeWhile(rest, (child) => shapeOf(shapes, child) !== undefined, max);
    rest = rest.slice(taken.length);
    if (taken.length < min) {
      const name = shapes[0]?.name ?? "";
      errors.push(problem(element, `Element '${name}' is required in '${element.local}'`));
    }
    for (const child of taken) {
      const shape = shapeOf(shapes, child);
      if (shape !== undefined) errors.push(...validate(child, shape));
    }
  }
  const [stray] = rest;
  return stray === undefined ? errors : [...errors, unexpected(stray)];
}

function boundsOf(particle: Particle): {
  readonly min: number;
  readonly max: number;
  readonly shapes: readonly ElementShape[];
} {
  if ("choice" in particle) return { min: 0, max: 1, shapes: particle.choice };
  return { min: particle.min, max: particle.max, shapes: [particle] };
}

function shapeOf(shapes: readonly ElementShape[], child: XmlElement): ElementShape | undefined {
  if (child.uri !== bsvc) return undefined;
  return shapes.find(({ name }) => name === child.local);
}

function takeWhile(
  elements: readonly XmlElement[],
  matches: (element: XmlElement) => boolean,
  max: number,
): readonly XmlElement[] {
  const end = elements.findIndex((element, index) => index >= max || !matches(element));
  return end === -1 ? elements : elements.slice(0, end);
}

function unexpected(element: XmlElement): ValidationError {
  const hint = element.uri === bsvc ? "" : `; its namespace is '${element.uri}', not '${bsvc}'`;
  return problem(element, `Element '${element.local}' is not allowed at this place${hint}`);
}

function problem(element: XmlElement, message: string): ValidationError {
  return { message, detailMessage: message, xpath: xpathOf(element) };
}
