import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { createFields } from "../../src/bot/forms/form.ts";
import { isField } from "../../src/bot/forms/labels.ts";
import { aRawDraft } from "../support/data/a-draft.ts";
import { aTenant } from "../support/data/a-tenant.ts";
import { blocksBelow, exampleFor } from "./examples/code-in-contributing.ts";
import { urgent } from "./examples/urgent-field.ts";

const home = "src/bot/forms";

/** Each field that a form has, by the name of its block or of what problems of it go by, with its own file. */
const homes: Readonly<Record<string, string>> = {
  userName: "user-name-field.ts",
  existingSystem: "system-fields.ts",
  newSystem: "system-fields.ts",
  sessionTimeoutMinutes: "session-timeout-field.ts",
  doNotAllowUiSessions: "ui-sessions-field.ts",
  passwordFrom: "password-from-field.ts",
  requireNewPassword: "sign-on-fields.ts",
  exemptFromPasswordExpiry: "sign-on-fields.ts",
  x509: "sign-on-fields.ts",
  x509Key: "sign-on-fields.ts",
  saml: "sign-on-fields.ts",
  samlIssuer: "sign-on-fields.ts",
  identityProviderKey: "sign-on-fields.ts",
  holderOfKeyKey: "sign-on-fields.ts",
  groupName: "group-fields.ts",
  groupType: "group-fields.ts",
  organizations: "group-fields.ts",
  groupScope: "group-fields.ts",
  groupInactive: "group-fields.ts",
  otherDomains: "domain-fields.ts",
  businessProcesses: "process-field.ts",
  open: "recipe-choices.ts",
  reason: "why-fields.ts",
  ticket: "why-fields.ts",
  segmentKind: "segment-fields.ts",
  segmentNames: "segment-fields.ts",
  segmentId: "segment-fields.ts",
  content: "segment-fields.ts",
  segmentGroup: "segment-fields.ts",
  segmentInactive: "segment-fields.ts",
  isRestored: "segment-fields.ts",
  clientName: "client-fields.ts",
  functionalAreas: "client-fields.ts",
  otherAreas: "client-fields.ts",
  tell: "change-fields.ts",
  timestamp: "change-fields.ts",
  newPasswordConfirmed: "settings-fields.ts",
  x509Change: "settings-fields.ts",
  samlChange: "settings-fields.ts",
  policyChange: "settings-fields.ts",
};

/**
 * Words that name something else as well, so that only the name in quotes is counted, by which a block or a problem
 * goes: what an account, its group and its permissions are called in every kind of request, and ordinary words.
 */
const ambiguous = new Set([
  "userName",
  "groupName",
  "businessProcesses",
  "reason",
  "ticket",
  "content",
  "tell",
  "timestamp",
]);

/** A field whose own name is too common: what it fills in the draft is counted. */
const countedAs: Readonly<Record<string, string>> = { open: "choices" };

/** No more files name a field outside of its own. */
const most = 7;

/**
 * But for the names of the account and of its group: every form for an account that exists shows there what is wrong
 * with the account as a whole, and every kind of request about it has them.
 */
const mostOf: Readonly<Record<string, number>> = { userName: 10, groupName: 10 };

/** Blocks without a name for problems: which kind of request it is, and one that fills two parts of the draft. */
const nameless = ["change-fields.ts what", "client-fields.ts clientOptions"];

/**
 * The way of a form: how it is shown, read, checked, stored and shown again. What comes after the draft is no field
 * any more, but a setting of Workday's with the same name: what is sent, read back and compared has tables of its own.
 */
const sources = globSync([
  "src/bot/**/*.ts",
  "src/flows/{intake,model,request}/*.ts",
  "src/store/stored/*.ts",
]).map((file) => ({
  file,
  code: readFileSync(file, "utf8")
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, ""),
}));

/**
 * The way of the form of other settings, which asks an account that exists for the same settings as the form of a new one
 * does, by the same fields. It is counted by itself, by the same limit.
 */
const otherSettings =
  /^src\/(?:bot\/forms\/settings-(?:form|fields)|flows\/intake\/(?:parse|prepare)-settings|flows\/model\/(?:account-settings|raw-settings|settings-difference)|store\/stored\/stored-settings)\.ts$/;

function listNaming(field: string): readonly string[] {
  const name = countedAs[field] ?? field;
  const named = ambiguous.has(field)
    ? new RegExp(`"${name}"`)
    : new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
  return sources
    .filter(({ file, code }) => file !== `${home}/${homes[field]}` && named.test(code))
    .map(({ file }) => file);
}

/** Windows that ask for something else than a request: an approver's reason, a delegation. */
const otherWindows = ["delegation-form.ts", "reason-form.ts"];

describe("the fields of the forms", () => {
  it("each have one file, which is counted below", () => {
    const files = globSync(`${home}/*.ts`).filter((file) => !otherWindows.includes(basename(file)));
    const found = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\b(?:field|block|block_id): "(\w+)"/g)].map(
        ([, field = ""]) => `${basename(file)} ${field}`,
      ),
    );
    const known = Object.entries(homes).map(([field, file]) => `${file} ${field}`);

    expect(found.filter((one) => !known.includes(one)).toSorted()).toEqual(nameless);
    expect(Object.keys(homes).filter((field) => !isField(field))).toEqual(["doNotAllowUiSessions"]);
  });

  it("are named by few files besides", () => {
    const counts = Object.keys(homes).map((field) => ({ field, files: listNaming(field) }));

    for (const { field, files } of counts) {
      process.stdout.write(`${field} ${files.length}: ${files.join(" ")}\n`);
    }
    const ways = counts.flatMap(({ field, files }) => [
      { field, files: files.filter((file) => otherSettings.test(file)) },
      { field, files: files.filter((file) => !otherSettings.test(file)) },
    ]);
    expect(ways.filter(({ field, files }) => files.length > (mostOf[field] ?? most))).toEqual([]);
    expect(counts.filter(({ files }) => files.length === 0)).toEqual([]);
  });
});

describe("CONTRIBUTING.md, a form field", () => {
  const fields = createFields.and(urgent);

  it("shows the code that is tried here", () => {
    expect(blocksBelow("A form field")).toEqual([exampleFor(home, "urgent-field.ts")]);
  });

  it.each([true, false])("is shown as it was, and read as it is sent: %s", (isUrgent) => {
    const raw = { ...aRawDraft(), isUrgent };
    const shown = fields.show({ raw, tenant: aTenant(), page: "first", hintOfProcesses: "" }, {});
    const sent = fields.read({
      inputs: new Map([["isUrgent", { selected_options: isUrgent ? [{ value: "yes" }] : [] }]]),
      catalogue: { domains: [], businessProcesses: [] },
      before: aRawDraft(),
    });

    const [last] = shown.slice(-1);
    expect(last).toMatchObject({ block_id: "isUrgent" });
    expect(JSON.stringify(last).includes("initial_options")).toBe(isUrgent);
    expect(sent).toMatchObject({ isUrgent, userName: aRawDraft().userName });
  });
});
