import { describe, expect, it } from "vitest";
import { readLimited } from "../../../src/workday/wire/read-limited.ts";

/** A body without end, in chunks of ten bytes. */
function endless(): {
  readonly response: Response;
  readonly told: { pulls: number; isCancelled: boolean };
} {
  const told = { pulls: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      told.pulls += 1;
      controller.enqueue(new TextEncoder().encode("0123456789"));
    },
    cancel: () => {
      told.isCancelled = true;
    },
  });
  return { response: new Response(body), told };
}

describe("readLimited", () => {
  it("reads no further than the limit, and ends the rest", async () => {
    const { response, told } = endless();

    expect(await readLimited(response, 35)).toEqual({ ok: false, error: "too-long" });
    expect(told.isCancelled).toBe(true);
    expect(told.pulls).toBeLessThan(8);
  });

  it.each([
    ["a body of just that length", "0123456789", "0123456789"],
    ["characters of several bytes", "Zoë ₪", "Zoë ₪"],
    ["an empty body", "", ""],
    ["no body", null, ""],
  ])("reads %s", async (_what, body, text) => {
    expect(await readLimited(new Response(body), 10)).toEqual({ ok: true, value: text });
  });

  it("says that bytes are no text", async () => {
    const response = new Response(Uint8Array.of(0xc3));

    expect(await readLimited(response, 10)).toEqual({ ok: false, error: "not-text" });
  });
});
