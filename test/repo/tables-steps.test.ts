import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stepKinds } from "../../src/flows/step-kinds/step-kinds.ts";

/** Its name, its entry, and two more: of a step of the bot's own how it runs, of a task its stored form and the runner's. */
const mostFiles = 4;

/** Where a step is named because a kind of request plans it. */
const plans = /^src\/flows\/planning\//;

const service = "Workday's implementation service does it too";
const left = "what a clean-up looks for, or undoes, rests on whether this was begun or given up";
const conditions = "what must hold right before it is its own";
const approver = "an approver is told what it lets happen beside the rest";
const values = "its page shows secrets, which are stored, and looked for in a clean-up";
const activation =
  "the request's own rules are about it: it is what is approved, waited for and told";
const word = "it is also the word of a command, of an answer or of a kind of request";

/** Steps that more files name: how many, and the reasons. */
const wellFounded: Record<string, readonly [most: number, ...why: string[]]> = {
  "issue-credential": [6, conditions, left],
  "create-security-group": [8, service, left],
  "add-group-member": [8, service, conditions, left],
  "grant-permissions": [6, service, "the configuration asks for the service's operations with it"],
  "revoke-permissions": [7, service, left, "the same of the configuration"],
  "remove-group-member": [6, service, left],
  "inactivate-security-group": [6, service, left],
  "activate-security-group": [7, service, conditions, left],
  "revoke-business-processes": [5, left],
  "exempt-from-password-expiry": [5, approver],
  "remove-password-exemption": [6, approver, left],
  "remove-from-authentication-policy": [5, left],
  "activate-authentication-policies": [8, approver, conditions, left, "it needs an approval anew"],
  "register-api-client": [6, values],
  "replace-refresh-token": [6, values],
  "disable-api-client": [5, left, "whether it is gone is verified"],
  "create-segment-group": [6, left],
  "close-segment-group": [5, left],
  "add-segments-to-content": [5, left],
  "activate-previous-timestamp": [9, activation],
  activate: [22, activation, word],
  approve: [26, activation, word],
  "approve-plan": [8, activation],
};

const ownFile = /^src\/flows\/step-kinds\/(?:own|tasks)\//;

const sources = globSync("src/**/*.ts")
  .filter((file) => !ownFile.test(file) && !plans.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

function countFiles(name: string): readonly string[] {
  const camel = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imported = new RegExp(
    String.raw`\b${camel}\b[^;]*from "[^"]*step-kinds/|"\./(?:own|tasks)/${name}\.ts"`,
  );
  return sources
    .filter(({ text }) => text.includes(`"${name}"`) || imported.test(text))
    .map(({ file }) => file);
}

describe("the table of steps", () => {
  const counts = Object.keys(stepKinds).map((name) => ({ name, files: countFiles(name) }));

  it("has each step in a file of its own that names it", () => {
    for (const { name } of counts) {
      expect(globSync(`src/flows/step-kinds/{own,tasks}/${name}.ts`)).toHaveLength(1);
    }
  });

  it("prints how many files name each step outside of its own", () => {
    const lines = counts.map(({ name, files }) => `${String(files.length).padStart(3)} ${name}`);
    process.stdout.write(`${lines.join("\n")}\n`);

    expect(lines).toHaveLength(Object.keys(stepKinds).length);
  });

  it("names each in few files", () => {
    const beyond = counts.filter(
      ({ name, files }) => files.length > (wellFounded[name]?.[0] ?? mostFiles),
    );

    expect(beyond).toEqual([]);
  });

  it("allows no more than there is reason for", () => {
    const loose = counts.filter(({ name, files }) => files.length < (wellFounded[name]?.[0] ?? 0));

    expect(loose).toEqual([]);
  });
});
