import type { IncomingMessage } from "node:http";
import { err, ok, type Result } from "./result.ts";

/**
 * Reads a request's body, and holds no more than `mostBytes` of it: one that says it is longer is not begun, one
 * that does not say is cut there. The error is the status to answer with; 400 for a body that breaks off.
 */
export async function readBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<Result<Buffer, 400 | 413>> {
  if (Number(request.headers["content-length"]) > mostBytes) return err(413);
  const body: AsyncIterable<Buffer> = request;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > mostBytes) return err(413);
      chunks.push(chunk);
    }
  } catch {
    return err(400);
  }
  return ok(Buffer.concat(chunks));
}
