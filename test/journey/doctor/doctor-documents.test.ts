import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { anOutside, examine } from "../../support/processes/examine.ts";

/** The lines that a guide says the doctor writes, without what each place has for itself. */
function quotedIn(guide: string): readonly string[] {
  const text = readFileSync(`docs/setup/${guide}.md`, "utf8");
  const blocks = [...text.matchAll(/```text\n([^]*?)```/g)].map(([, block = ""]) => block);
  return toLines(blocks.join("\n"));
}

function toLines(said: string): readonly string[] {
  return said
    .split("\n")
    .filter((line) => /^ {2}(?:ok|not tried) /.test(line))
    .map((line) => line.replace(/doctor-[0-9a-f]+/g, "doctor-…").replace(/vault-name \S+/, ""));
}

const guides = ["workday", "slack", "key-vault"];

describe("the guides of docs/setup", () => {
  it("quote of the doctor what it says where everything is granted", async () => {
    const byReports = await examine(await anOutside(), undefined, ["--write-test-secret"]);
    const byWql = await examine(await anOutside({ wql: "fine" }));
    const said = toLines(`${byReports.said}\n${byWql.said}`);

    const quoted = guides.map(quotedIn);

    expect(quoted.filter((lines) => lines.length < 5)).toEqual([]);
    expect(quoted.flat().filter((line) => !said.includes(line))).toEqual([]);
  });
});
