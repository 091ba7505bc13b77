import { z } from "zod";

/** 25 KB, in bytes of UTF-8. */
const valueLimit = 25_600;

const attributes = z.strictObject({
  enabled: z.boolean().optional(),
  nbf: z.int().nonnegative().optional(),
  exp: z.int().nonnegative().optional(),
});

const tags = z
  .record(z.string().min(1).max(512), z.string().max(512))
  .refine((given) => Object.keys(given).length <= 15);

const contentType = z.string().max(255);

const SetBody = z.strictObject({
  value: z.string().refine((value) => Buffer.byteLength(value) <= valueLimit),
  contentType: contentType.optional(),
  tags: tags.optional(),
  attributes: attributes.optional(),
});

const UpdateBody = z.strictObject({
  contentType: contentType.optional(),
  tags: tags.optional(),
  attributes: attributes.optional(),
});

/** What a PATCH may change; a key that is missing is left as it was. */
export interface SecretUpdate {
  readonly enabled?: boolean;
  readonly nbf?: number;
  readonly exp?: number;
  readonly contentType?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface SecretWrite extends SecretUpdate {
  readonly value: string;
}

type Update = z.infer<typeof UpdateBody>;

/** The body of a PUT; `undefined` when the service would not take it. */
export function parseSetBody(body: unknown): SecretWrite | undefined {
  const read = SetBody.safeParse(body);
  return read.success ? { value: read.data.value, ...toUpdate(read.data) } : undefined;
}

/** The body of a PATCH; `undefined` when the service would not take it. */
export function parseUpdateBody(body: unknown): SecretUpdate | undefined {
  const read = UpdateBody.safeParse(body);
  return read.success ? toUpdate(read.data) : undefined;
}

/** The value in a body, whatever else is wrong with it. */
export function valueIn(body: unknown): string | undefined {
  const read = z.object({ value: z.string() }).safeParse(body);
  return read.success ? read.data.value : undefined;
}

function toUpdate({ contentType: type, tags: given, attributes: set = {} }: Update): SecretUpdate {
  return {
    ...(type === undefined ? {} : { contentType: type }),
    ...(given === undefined ? {} : { tags: given }),
    ...(set.enabled === undefined ? {} : { enabled: set.enabled }),
    ...(set.nbf === undefined ? {} : { nbf: set.nbf }),
    ...(set.exp === undefined ? {} : { exp: set.exp }),
  };
}
