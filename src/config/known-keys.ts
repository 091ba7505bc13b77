import { z } from "zod";

/** A part of a JSON schema, as far as keys are looked for in it. */
interface Part {
  readonly properties?: Readonly<Record<string, Part>> | undefined;
  readonly additionalProperties?: Part | boolean | undefined;
  readonly items?: Part | undefined;
  readonly anyOf?: readonly Part[] | undefined;
  readonly oneOf?: readonly Part[] | undefined;
  readonly allOf?: readonly Part[] | undefined;
}

const Part: z.ZodType<Part> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), Part).optional(),
    additionalProperties: z.union([z.boolean(), Part]).optional(),
    items: Part.optional(),
    anyOf: z.array(Part).optional(),
    oneOf: z.array(Part).optional(),
    allOf: z.array(Part).optional(),
  }),
);

/**
 * The keys that may stand beside one, such as those of a tenant for `tenants`, `0`, `chanel` of the configuration file.
 *
 * @param path keys, and places in lists
 */
export function listKeysBeside(schema: z.ZodType, path: readonly string[]): readonly string[] {
  const whole = Part.parse(z.toJSONSchema(schema, { io: "input" }));
  let parts = variantsOf(whole);
  for (const part of path.slice(0, -1)) {
    parts = parts.flatMap((one) => stepInto(one, part)).flatMap(variantsOf);
  }
  return [...new Set(parts.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

function stepInto(
  { properties, additionalProperties, items }: Part,
  part: string,
): readonly Part[] {
  const others = typeof additionalProperties === "object" ? additionalProperties : undefined;
  const next = /^\d+$/.test(part) ? items : (properties?.[part] ?? others);
  return next === undefined ? [] : [next];
}

/** A part that may be one of several, with each of them. */
function variantsOf(part: Part): readonly Part[] {
  const { anyOf = [], oneOf = [], allOf = [] } = part;
  return [part, ...[...anyOf, ...oneOf, ...allOf].flatMap(variantsOf)];
}
