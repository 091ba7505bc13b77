import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hintOfRecipe, processes, processesBlock } from "../../../src/bot/forms/process-field.ts";
import { readProcess, suggestProcesses } from "../../../src/bot/forms/process-options.ts";
import { readForm } from "../../../src/bot/forms/read-form.ts";
import { writeProcess } from "../../../src/flows/model/business-process.ts";
import { type CatalogueProcess, createCatalogue } from "../../../src/flows/tenant/catalogue.ts";
import { aProcess } from "../../support/data/a-domain.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { like } from "../support/like.ts";

function catalogueOf(
  ...businessProcesses: readonly CatalogueProcess[]
): ReturnType<typeof createCatalogue> {
  return createCatalogue([{ functionalAreas: [], domains: [], businessProcesses }]);
}

const long = aProcess("Long Change", `Change ${"x".repeat(100)} one`);
const longToo = aProcess("Long Change", `Change ${"x".repeat(100)} two`);

const catalogue = catalogueOf(
  aProcess("Contact Change"),
  aProcess("Work Contact Change", "Change It (Web Service)", { description: "Never shown here." }),
  aProcess("Hire", "Import Hire (Web Service)", {
    area: "Staffing",
    description: "Ours.",
    sources: [],
  }),
  aProcess("Absence", "Request It (Web Service)", { area: "Staffing", sources: [] }),
  long,
  longToo,
);

function offered(typed: string): readonly string[] {
  return suggestProcesses(catalogue, typed).flatMap(({ label, options }) =>
    options.map(({ text, description }) =>
      [label.text, text.text, description?.text ?? ""].join(" | "),
    ),
  );
}

describe("suggestProcesses", () => {
  it.each<[typed: string, options: readonly string[]]>([
    [
      "contact change",
      [
        "Business processes, area not stated | Contact Change: its initiating action (web service) | spelled as in: A guide",
        "Business processes, area not stated | Work Contact Change: Change It (Web Service) | spelled as in: A guide",
      ],
    ],
    [
      "import hire",
      [
        "Staffing | Hire: Import Hire (Web Service) | Ours.",
        "Not in the catalogue | import hire: its initiating action (web service) | Use “import hire” as typed (not in the catalogue)",
      ],
    ],
    ["HIRE | import hire (web service)", ["Staffing | Hire: Import Hire (Web Service) | Ours."]],
    ["hire: Import Hire (Web Service) ", ["Staffing | Hire: Import Hire (Web Service) | Ours."]],
    [
      " Badge  Change|Change It (Web Service) ",
      [
        "Not in the catalogue | Badge Change: Change It (Web Service) | Use “Badge Change | Change It (Web…” as typed (not in the catalogue)",
      ],
    ],
    ["A | B | C", []],
    [
      "y".repeat(80),
      ["Not in the catalogue | Too long for this list: type it under “More business processes” | "],
    ],
  ])("offers for %j", (typed, options) => {
    expect(offered(typed)).toEqual(options);
  });

  it("offers everything while nothing is typed, a hundred at the most", () => {
    const many = catalogueOf(...Array.from({ length: 300 }, (_, at) => aProcess(`Process ${at}`)));

    const all = suggestProcesses(many, "").flatMap(({ options }) => options);
    const found = suggestProcesses(many, "process").flatMap(({ options }) => options);

    expect(all).toHaveLength(100);
    expect(found).toHaveLength(100);
    expect(found.at(-1)?.value).toBe("process");
  });

  it("tells two long ones apart by a short value, and reads it again", () => {
    const options = suggestProcesses(catalogue, "xxx one").flatMap((group) => group.options);
    const [both] = suggestProcesses(catalogue, "long change").map((group) => group.options);
    const value = options[0]?.value ?? "";

    expect(both?.map((option) => readProcess(option.value ?? "", catalogue))).toEqual([
      writeProcess(long),
      writeProcess(longToo),
    ]);
    expect(readProcess(value, catalogue)).toBe(writeProcess(long));
    expect(readProcess(value, catalogueOf(longToo))).toBeUndefined();
    expect(readProcess("Contact Change", catalogueOf())).toBe("Contact Change");
  });

  it("keeps to Slack's limits, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (typed) => {
        const options = suggestProcesses(catalogue, typed).flatMap((group) => group.options);
        const sizes = options.flatMap(({ text, value, description }) => [
          text.text.length,
          value?.length ?? 0,
          description?.text.length ?? 1,
        ]);
        expect(sizes.every((size) => size >= 1 && size <= 75)).toBe(true);
      }),
    );
  });
});

function shown(businessProcesses: string): { readonly chosen: unknown; readonly typed: unknown } {
  const blocks = processes.show({ raw: { businessProcesses }, hintOfProcesses: "How to" }, {});
  const elements = blocks.map((block) => ("element" in block ? block.element : undefined));
  return {
    chosen: elements.flatMap((element) =>
      element?.type === "multi_external_select"
        ? (element.initial_options ?? []).map(({ value }) => value)
        : [],
    ),
    typed: elements.flatMap((element) =>
      element?.type === "plain_text_input" ? [element.initial_value] : [],
    ),
  };
}

function read(values: readonly string[], typed: string): ReturnType<typeof readForm> {
  const inputs = new Map([
    [processesBlock, { selected_options: values.map((value) => ({ value })) }],
    ["businessProcesses", { value: typed }],
  ]);
  return readForm(
    inputs,
    { id: requestId, tenant: acme, recipe: "" },
    { catalogue, before: aRawDraft() },
  );
}

describe("the fields of business processes", () => {
  const most = Array.from({ length: 22 }, (_, at) => `Process ${at}`);

  it.each<[what: string, list: string, chosen: readonly string[], typed: string | undefined]>([
    ["nothing", "", [], undefined],
    [
      "each once, as it is written",
      "Contact  Change\ncontact change\n\nHire|Import Hire (Web Service)",
      ["Contact Change", "Hire | Import Hire (Web Service)"],
      undefined,
    ],
    [
      "what is too long below, and what cannot be read",
      `${writeProcess(long)}\nHire\nA | B | C`,
      ["Hire"],
      `${writeProcess(long)}\nA | B | C`,
    ],
    ["twenty in the list", most.join("\n"), most.slice(0, 20), "Process 20\nProcess 21"],
  ])("show %s", (_what, list, chosen, typed) => {
    expect(shown(list)).toEqual({ chosen, typed: [typed] });
  });

  it("are read together, long ones by their short value", () => {
    const [option] = suggestProcesses(catalogue, "xxx one").flatMap((group) => group.options);

    const { raw, problems } = read(["Hire", option?.value ?? ""], "Badge Change\n");

    expect(raw.businessProcesses).toBe(`Hire\n${writeProcess(long)}\nBadge Change\n`);
    expect(problems).toEqual({});
    expect(read([], "").raw).not.toHaveProperty("businessProcesses");
  });

  it("say of a short value that nobody knows any more what to do", () => {
    expect(read(["…"], "").problems).toEqual({ businessProcesses: like("type the whole of it") });
  });

  it("name what the recipe marks as optional", () => {
    const needed = [{ policy: "Hire" }, { policy: "Absence", optional: "leave" }];

    expect(hintOfRecipe(needed)).toContain("Optional here: Absence (leave).");
    expect(hintOfRecipe([])).not.toContain("Optional");
  });
});
