import { err, ok, type Result } from "../../result.ts";

/**
 * Reads a reply's body as UTF-8, and stops at the limit rather than hold a reply of any size in memory.
 * @throws what the connection throws when it breaks off in the middle
 */
export async function readLimited(
  response: Response,
  maxBytes: number,
): Promise<Result<string, "too-long" | "not-text">> {
  const body: AsyncIterable<Uint8Array> | null = response.body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (size > maxBytes) return err("too-long");
    chunks.push(chunk);
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return err("not-text");
  }
}
