import { describe, expect, it } from "vitest";
import {
  alert,
  type Block,
  buttons,
  context,
  divider,
  fields,
  header,
  plainContext,
  plainSection,
  section,
  sectionWithButton,
} from "../../../src/bot/blocks/block.ts";
import { type Foldable, foldToFit } from "../../../src/bot/blocks/fold.ts";
import { checkboxField, choiceField, textField } from "../../../src/bot/blocks/form-fields.ts";
import { countPhoneLines } from "../../../src/bot/blocks/phone-lines.ts";
import { parseFoldedMetadata } from "../../../src/bot/payloads/metadata.ts";
import { showGuide } from "../../../src/bot/plan-lists/guide.ts";
import { aDraft, anEditDraft } from "../../support/data/a-draft.ts";
import { viva } from "../support/an-office.ts";
import { demanding } from "../support/recipes.ts";
import { countLines } from "../support/rendered-lines.ts";

const long = "A sentence that is read on a phone and takes more than one line of it. ".repeat(3);
const button = { id: "approve", text: "Approve", value: "x" };

function typed(spec: Partial<Parameters<typeof textField>[0]>): Block[] {
  return textField({ field: "reason", label: long, value: "", ...spec }, {});
}

describe("countPhoneLines", () => {
  it.each<[what: string, blocks: readonly Block[]]>([
    ["texts", [header("Denied"), section(long), plainSection("One\nTwo"), divider]],
    ["marks and links", [section("*Bold* `code` <https://acme.example/a/long/address|a link>")]],
    ["facts", [fields(["*Tenant:* Acme", long])]],
    ["small words", [context(long), plainContext("one")]],
    ["a danger", [alert("warning", long)]],
    ["buttons", [buttons([button, button, button]), sectionWithButton(long, button)]],
    ["fields", [...typed({}), ...typed({ hint: long, isMultiline: true })]],
    [
      "choices",
      [
        checkboxField({ field: "x509", label: "x", hint: "y", text: "z", isChecked: true }),
        choiceField({ field: "x509Key", label: "x", hint: "y", words: { a: "A" }, value: "a" }),
      ],
    ],
  ])("counts %s as the length of every view is counted", (_what, blocks) => {
    expect(countPhoneLines(blocks)).toBe(countLines(blocks));
  });

  it("counts a picture as nothing", () => {
    const picture = {
      type: "image",
      image_url: "https://acme.example/a.png",
      alt_text: "A",
    } as const;

    expect(countPhoneLines([picture, { type: "context", elements: [picture] }])).toBe(0);
  });
});

function piece(name: string, lines: readonly string[]): Foldable {
  return {
    title: name,
    short: `${name} in short`,
    lines,
    full: lines.map((line) => plainSection(line)),
  };
}

const ten = Array.from({ length: 10 }, (_, at) => `Line ${at}`);

function shownBy(blocks: readonly Block[]): string {
  return JSON.stringify(blocks);
}

describe("foldToFit", () => {
  it("shows everything where two screens of a phone hold it", () => {
    const blocks = foldToFit([section("First"), piece("Steps", ten), piece("Guide", ten)]);

    expect(blocks).toHaveLength(21);
  });

  it("shows the last part in short before the one above it, and no more than it has to", () => {
    const pieces = [piece("Steps", ten), divider, piece("Guide", [...ten, ...ten, ...ten])];

    const shown = shownBy(foldToFit([section("First"), ...pieces]));

    expect(shown).toContain("Guide in short");
    expect(shown).not.toContain("Steps in short");
    expect(shownBy(foldToFit([section(long.repeat(12)), ...pieces]))).toContain("Steps in short");
  });

  it("has the whole of a part behind its button, and shows what no button can carry", () => {
    const many = Array.from({ length: 45 }, (_, at) => `Line ${at}`);
    const isToo = Array.from({ length: 45 }, (_, at) => `Line ${at} ${"x".repeat(60)}`);
    const [, row] = foldToFit([piece("Steps", many)]);
    const [element] = row?.type === "actions" ? row.elements : [];
    const value = element?.type === "button" ? (element.value ?? "") : "";

    expect(parseFoldedMetadata(value)).toEqual({ title: "Steps", lines: many });
    expect(foldToFit([piece("Steps", isToo)])).toHaveLength(45);
  });
});

describe("showGuide", () => {
  it("says nothing where there is no guide, or none that asks for more", () => {
    expect(showGuide(undefined, aDraft())).toEqual([]);
    expect(showGuide(viva, aDraft())).toEqual([]);
  });

  it("says of an account that is there only what no step does", () => {
    const shown = JSON.stringify(showGuide(demanding, anEditDraft()));

    expect(shown).toContain("not part of this request");
    expect(shown).not.toContain("beforehand");
  });
});
