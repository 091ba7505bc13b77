import { z } from "zod";

/**
 * An element with text, whether it has attributes or not. Empty and absent elements are the empty text, and
 * so is one that holds elements where text was expected.
 */
export const Text = z
  .union([z.string(), z.object({ $value: z.string() }).transform(({ $value }) => $value)])
  .nullish()
  .catch(undefined)
  .transform((text) => text ?? "");

/** The ways in which XML Schema writes a boolean. Anything else is neither. */
export const truths: Readonly<Record<string, boolean | undefined>> = {
  1: true,
  0: false,
  true: true,
  false: false,
};

/**
 * None, one or many elements of a name: the package gives one of them as an object, several as an array. One
 * that is empty is one all the same, for the item's schema to judge.
 */
export function listOf<Item extends z.ZodType>(item: Item): z.ZodPreprocess<z.ZodArray<Item>> {
  return z.preprocess(toList, z.array(item));
}

function toList(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

const Id = z
  .object({ attributes: z.record(z.string(), z.string()), $value: z.string() })
  .transform(({ attributes, $value }) => [readAttribute(attributes, "type"), $value] as const);

/** A reference as ids by type, such as `WID`. */
export const Reference = z
  .object({ ID: listOf(Id) })
  .transform(({ ID }): ReadonlyMap<string, string> => new Map(ID));

/**
 * What a reference is called: its descriptor first, where it has one, then its ids. Descriptors are what people see, and
 * informational only.
 */
export const Labels = z
  .object({ attributes: z.record(z.string(), z.string()).optional(), ID: listOf(Id) })
  .transform(({ attributes = {}, ID }): readonly string[] =>
    [readAttribute(attributes, "Descriptor"), ...ID.map(([, id]) => id)].filter(
      (label) => label !== "",
    ),
  );

/** The prefix of a reply's attributes is the server's choice. */
function readAttribute(attributes: Readonly<Record<string, string>>, name: string): string {
  const found = Object.entries(attributes).find(([key]) => key.replace(/^.*:/, "") === name);
  return found?.[1] ?? "";
}

const Page = z.object({ Response_Results: z.object({ Total_Pages: Text }).nullish() });

/** The number of pages that a Get's reply says there are; `undefined` where it says none. */
export function readTotalPages(response: object): number | undefined {
  const parsed = Page.safeParse(response);
  const pages = Number(parsed.data?.Response_Results?.Total_Pages ?? "");
  return Number.isSafeInteger(pages) && pages > 0 ? pages : undefined;
}
