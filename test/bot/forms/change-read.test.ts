import { describe, expect, it } from "vitest";
import { groupSettings } from "../../../src/bot/forms/group-fields.ts";
import { groupPart } from "../../../src/bot/forms/parts.ts";
import { policyChange, samlChange, x509Change } from "../../../src/bot/forms/settings-fields.ts";
import { readChange } from "../../../src/bot/kinds/kinds.ts";
import type { ChangeMetadata } from "../../../src/bot/payloads/metadata.ts";
import type { Input } from "../../../src/bot/payloads/parse-payload.ts";
import { plainGroup } from "../../../src/flows/model/group-settings.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { createCatalogue } from "../../../src/flows/tenant/catalogue.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";

const catalogue = createCatalogue([]);
const carried: ChangeMetadata = {
  id: requestId,
  kind: "rotate",
  userName: "ISU_Viva",
  groupName: "ISSG_Viva",
  tenants: [acme],
};

function choose(value: string): Input {
  return { selected_option: { value, text: { text: value } } };
}

const why: readonly [string, Input][] = [
  ["reason", { value: "It is time" }],
  ["ticket", { value: "SEC-1" }],
];
const said = { tenant: acme, reason: "It is time", ticket: "SEC-1" };
const account = { ...said, userName: "ISU_Viva", groupName: "ISSG_Viva" };

function read(
  kind: Parameters<typeof readChange>[0],
  inputs: readonly [string, Input][] = [],
  more: Partial<ChangeMetadata> = {},
): unknown {
  return readChange(kind, {
    inputs: new Map([...why, ...inputs]),
    by: ann,
    carried: { ...carried, ...more },
    catalogue,
  });
}

describe("readChange", () => {
  it("reads of an activation where and why alone", () => {
    expect(read("activate")).toEqual({ kind: "activate", ...said });
  });

  it.each(["replace-token", "disable-client"] as const)(
    "reads of %s the account, and tells nobody besides",
    (kind) => {
      expect(read(kind)).toEqual({ kind, ...account, tell: [] });
    },
  );

  it("reads who has to know of another password, by their workspace, and nobody who is none", () => {
    const tell: Input = { selected_users: ["U0BEN", "nobody"] };

    expect(read("rotate", [["tell", tell]])).toEqual({ kind: "rotate", ...account, tell: [ben] });
    expect(read("rotate")).toEqual({ kind: "rotate", ...account, tell: [] });
  });

  it.each<[what: string, inputs: readonly [string, Input][], timestamp: string]>([
    ["that is chosen now", [["timestamp", choose("7")]], "7"],
    ["that was chosen before", [], "5"],
  ])("reads the activation %s", (_what, inputs, timestamp) => {
    expect(read("rollback", inputs, { newest: "9", timestamp: "5" })).toEqual({
      kind: "rollback",
      ...said,
      newest: "9",
      timestamp,
    });
    expect(read("rollback")).toMatchObject({ newest: "", timestamp: "" });
  });
});

function readHidden(before: RawDraft): object {
  return groupPart.read({ inputs: new Map(), catalogue, before });
}

describe("groupSettings", () => {
  it.each([
    ["constrained", "constrained"],
    ["existing", "existing"],
    ["unconstrained", "unconstrained"],
    ["another", "unconstrained"],
  ])("reads the kind %s as %s", (chosen, groupType) => {
    const inputs = new Map([
      ["groupType", choose(chosen)],
      ["groupScope", choose("subordinates")],
    ]);

    expect(groupSettings.read({ inputs, catalogue })).toEqual({
      group: { groupType, organizations: "", groupScope: "subordinates", groupInactive: false },
    });
  });

  it("are what they were where the window does not show them", () => {
    const group = { ...plainGroup, organizations: "Acme Germany" };
    const { group: _none, ...without } = aRawDraft();

    expect(readHidden({ ...without, group })).toEqual({ group });
    expect(readHidden(without)).toEqual({});
  });
});

describe("a change of a setting", () => {
  it.each<[chosen: string, words: readonly string[]]>([
    ["off", ["off", "off", "keep"]],
    ["allow", ["keep", "keep", "allow"]],
    ["", ["keep", "keep", "keep"]],
    ["toString", ["keep", "keep", "keep"]],
  ])("chosen as %j is one that the setting knows, or none", (chosen, words) => {
    const inputs = new Map(
      ["x509Change", "samlChange", "policyChange"].map((block) => [block, choose(chosen)] as const),
    );
    const entered = { inputs, catalogue };

    expect([
      x509Change.read(entered).x509Change,
      samlChange.read(entered).samlChange,
      policyChange.read(entered).policyChange,
    ]).toEqual(words);
  });
});
