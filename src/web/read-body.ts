import { err, ok, type Result } from "../result.ts";

/** Bytes. An authenticator's answer takes a few thousand. */
const mostBytes = 65_536;

/** Reads a JSON body. The error is the status to answer with. */
export async function readBody(
  request: AsyncIterable<unknown>,
): Promise<Result<unknown, 400 | 413>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) return err(400);
      size += chunk.length;
      if (size > mostBytes) return err(413);
      chunks.push(chunk);
    }
    return ok(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    // Cut off, or no JSON.
    return err(400);
  }
}
