/** How a value is written. `decimal(3,0)` has at most three digits and no fraction. */
export type ValueType =
  | "string"
  | "boolean"
  | "decimal(3,0)"
  | "page"
  | "count"
  | "date"
  | "dateTime"
  | "base64";

export interface AttributeShape {
  readonly name: string;
  readonly isRequired: boolean;
  /** The values there are, or how a value is written. */
  readonly value: ValueType | readonly string[];
}

/** What an element of a request may be: the part of an XML schema that these services use. */
export interface ElementShape {
  readonly name: string;
  readonly min: 0 | 1;
  readonly max: number;
  readonly attributes: readonly AttributeShape[];
  readonly content: ValueType | readonly Particle[];
}

/** None or exactly one of the elements. */
export interface ChoiceShape {
  readonly choice: readonly ElementShape[];
}

export type Particle = ElementShape | ChoiceShape;

export const versionAttribute: AttributeShape = {
  name: "version",
  isRequired: false,
  value: "string",
};

export const addOnlyAttribute: AttributeShape = {
  name: "Add_Only",
  isRequired: false,
  value: "boolean",
};

/** An element that may be left out; {@link required}, {@link many} and {@link some} change that. */
export function value(name: string, type: ValueType = "string"): ElementShape {
  return { name, min: 0, max: 1, attributes: [], content: type };
}

export function sequence(
  name: string,
  particles: readonly Particle[],
  attributes: readonly AttributeShape[] = [],
): ElementShape {
  return { name, min: 0, max: 1, attributes, content: particles };
}

/** A reference to an instance: any number of IDs, each with a type, and a descriptor nobody reads. */
export function reference(name: string, types: readonly string[]): ElementShape {
  const id: ElementShape = {
    ...many(value("ID")),
    attributes: [{ name: "type", isRequired: true, value: types }],
  };
  return sequence(name, [id], [{ name: "Descriptor", isRequired: false, value: "string" }]);
}

export function required(shape: ElementShape): ElementShape {
  return { ...shape, min: 1 };
}

export function many(shape: ElementShape): ElementShape {
  return { ...shape, max: Number.POSITIVE_INFINITY };
}

export function some(shape: ElementShape): ElementShape {
  return { ...many(shape), min: 1 };
}

export function choice(...shapes: readonly ElementShape[]): ChoiceShape {
  return { choice: shapes };
}
