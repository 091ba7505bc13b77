import type { IncomingMessage } from "node:http";

const limit = 256 * 1024;

/** Reads a JSON body; `undefined` when it is too long or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  request.setEncoding("utf8");
  let text = "";
  for await (const piece of request) {
    text += String(piece);
    if (text.length > limit) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
