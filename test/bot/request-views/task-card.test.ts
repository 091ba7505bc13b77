import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { wholeTask } from "../../../src/bot/request-views/task-card.ts";
import { states } from "../support/kept.ts";
import { type Told, tenant } from "../support/shown-requests.ts";

function read(name: string): Told {
  const told = states[name];
  if (told === undefined) throw new Error(`No such state: ${name}`);
  return told;
}

function textOf(told: Told): string {
  const texts = requestMessage(told).blocks.map((block) =>
    block.type === "section" ? (block.text?.text ?? "") : "",
  );
  return texts.join("\n");
}

describe("a person's task", () => {
  it("has each name as code, in the order of Workday's page, and the domain that it needs", () => {
    const text = textOf(read("waiting-for-permissions"));

    expect(text).toContain(
      [
        "Operation: `Maintain`",
        "Source Security Group: `ISSG_Viva`",
        "Domain Security Policies permitting Put access: `Manage: Learning Content`",
        "Domain Security Policies permitting Get access:",
        "`Manage: Learning Content`",
        "`Worker Data: Workers`",
        "`Reports: Learning Record`",
      ].join("\n"),
    );
    expect(text).toContain("You need access to: Integration Security; Security Configuration");
  });

  it("lists what the same hand does next, up to what somebody else decides", () => {
    const text = textOf(read("waiting-for-group"));

    expect(text).toContain("*In the same go, then one Done for all of it:*");
    expect(text).toContain(
      "1. Search Workday for *Edit Integration System Security Group*\nName: `ISSG_Viva`",
    );
    expect(text).toContain("2. Search Workday for *Maintain Permissions for Security Group*");
    expect(text).not.toContain("Activate Pending Security Policy Changes");
    expect(textOf(read("waiting-for-activation"))).not.toContain("In the same go");
  });

  it("has a Done of its own for each of a clean-up, which nobody looks at before its end", () => {
    const told = read("waiting-for-group");
    const { request } = told;
    const closing = { kind: "withdrawn", by: request.askedBy } as const;

    const text = textOf({ ...told, request: { ...request, closing } });

    expect(text).toContain("*In the same go, each with its own Done here:*");
  });

  it("shows as it is what code would not show letter for letter", () => {
    const { request } = read("waiting-for-group");
    const named = request.plan.map((step) =>
      "task" in step && step.task.name === "create-security-group"
        ? { ...step, task: { ...step.task, groupName: "A `b`  & c" } }
        : step,
    );

    const blocks = wholeTask({ ...request, plan: named }, "create-security-group", tenant);

    expect(JSON.stringify(blocks)).toContain("Name: A `b`  &amp; c");
  });
});
