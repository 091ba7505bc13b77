import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/doctor/progress.ts";

function aStream(isTTY: boolean): {
  readonly written: string[];
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
} {
  const written: string[] = [];
  return { written, isTTY, write: (text) => void written.push(text) };
}

const erase = "\r\u001B[2K";

describe("createProgress", () => {
  it("names on one line what is still waited for, and leaves nothing behind", async () => {
    const stream = aStream(true);
    const progress = createProgress(stream);
    const slack = Promise.withResolvers<string>();

    const watched = progress.watch("Slack", slack.promise);
    const failed = progress.watch("Workday", Promise.reject(new Error("away")));

    await expect(failed).rejects.toThrow("away");
    slack.resolve("good");
    expect(await watched).toBe("good");
    progress.end();
    expect(stream.written).toEqual([
      `${erase}Trying Slack …`,
      `${erase}Trying Slack, Workday …`,
      `${erase}Trying Slack …`,
      erase,
      erase,
    ]);
  });

  it("writes nothing where nobody looks", async () => {
    const stream = aStream(false);
    const progress = createProgress(stream);

    await progress.watch("Slack", Promise.resolve());
    progress.end();

    expect(stream.written).toEqual([]);
  });
});
