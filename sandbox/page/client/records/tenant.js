import { h } from "preact";
import { clock, day, mark, part, table } from "../elements/table.js";
import { shownTenant, TenantChoice } from "./tenant-choice.js";

const shownSignOns = 20;

const parts = [
  pendingPart,
  timestampsPart,
  accountsPart,
  systemsPart,
  groupsPart,
  learningPart,
  tasksPart,
  signOnsPart,
];

/** The tenants as their administrators see them, one at a time. */
export function Tenant(page) {
  const tenant = shownTenant(page);
  const before = new Set(page.state.known);
  function named(name, wid) {
    return [name, " ", !before.has(wid) && mark("new", "new")];
  }
  return [h(TenantChoice, page), parts.map((draw) => draw(tenant, named))];
}

function pendingPart({ pending }) {
  return part(
    "Pending policy changes",
    { count: pending.length },
    table(
      "Pending policy changes",
      ["Policy", "Group", "Change", "By", "At"],
      pending.map((line) => [
        line.policy,
        line.securityGroup,
        mark(
          line.change === "Added" ? "plus" : "minus",
          `${line.change} ${line.access || line.action}`,
        ),
        line.changedBy,
        clock(line.changedAt),
      ]),
    ),
  );
}

function timestampsPart({ timestamps }) {
  return part(
    "Activations (security timestamps)",
    { count: timestamps.length },
    table(
      "Security timestamps",
      ["At", "By", "Comment", "Made live"],
      timestamps.toReversed().map(({ at, by, comment, changes }) => [
        `${day(at)} ${clock(at)}`,
        by,
        comment,
        changes.length === 0
          ? "—"
          : h(
              "ul",
              {},
              changes.map((line) =>
                h(
                  "li",
                  {},
                  `${line.change} ${line.access || line.action}: ${line.policy}, for ${line.securityGroup}`,
                ),
              ),
            ),
      ]),
    ),
  );
}

function accountsPart({ accounts }, named) {
  return part(
    "Accounts",
    { count: accounts.length },
    table(
      "Accounts",
      ["User name", "Integration system", "Settings", "Sign-ons", "Passwords set"],
      accounts
        .toReversed()
        .map((account) => [
          [named(account.userName, account.wid), account.isLocked && [" ", mark("bad", "locked")]],
          account.integrationSystem ?? `none (${account.kind})`,
          `${account.sessionTimeoutMinutes} min, ${account.doNotAllowUiSessions ? "no UI" : "UI allowed"}`,
          String(account.signOns),
          String(account.passwordChanges),
        ]),
    ),
  );
}

function systemsPart({ integrationSystems }, named) {
  return part(
    "Integration systems",
    { count: integrationSystems.length, isOpen: false },
    table(
      "Integration systems",
      ["Name", "Id", "Template"],
      integrationSystems
        .toReversed()
        .map(({ name, id, wid, template }) => [named(name, wid), id, template ?? "—"]),
    ),
  );
}

function groupsPart({ groups, activePermissions }, named) {
  return part(
    "Security groups",
    { count: groups.length },
    table(
      "Security groups",
      ["Name", "State", "Members", "Active permissions"],
      groups
        .toReversed()
        .map((group) => [
          named(group.name, group.wid),
          group.isActive ? "active" : mark("bad", "inactive"),
          membersOf(group),
          permissionsOf(group, activePermissions),
        ]),
    ),
  );
}

function membersOf({ members, segmentBased }) {
  if (segmentBased === undefined) return members.join(", ") || "—";
  const groups = segmentBased.securityGroups.join(", ") || "no group";
  return `members of ${groups}, in ${segmentBased.segments.join(", ")}`;
}

function learningPart({ learning }) {
  return part(
    "Learning",
    { count: learning.content.length, isOpen: false },
    table(
      "Learning content",
      ["Title", "Topics", "Security categories"],
      learning.content.map(({ title, topics, categories }) => [
        title,
        topics.join(", ") || "—",
        categories.join(", ") || "—",
      ]),
    ),
    h("p", { class: "about" }, `Topics: ${learning.topics.join(", ") || "none"}.`),
    h("p", { class: "about" }, `Security categories: ${learning.categories.join(", ") || "none"}.`),
    h(
      "p",
      { class: "about" },
      `Topic security segments: ${learning.segments.map(({ id, topics }) => `${id} (${topics.join(", ")})`).join("; ") || "none"}.`,
    ),
  );
}

function permissionsOf({ name }, permissions) {
  const held = permissions.filter(({ securityGroup }) => securityGroup === name);
  if (held.length === 0) return "none";
  return h(
    "ul",
    {},
    held.map(({ access, action, policy }) => h("li", {}, `${access || action}: ${policy}`)),
  );
}

function tasksPart({ tasksPerformed }) {
  return part(
    "Tasks done in Workday",
    { count: tasksPerformed.length },
    table(
      "Tasks done in Workday",
      ["At", "Task", "By", "Outcome"],
      tasksPerformed
        .toReversed()
        .map(({ at, task, by, status, detail }) => [
          clock(at),
          task,
          by,
          [mark(status === "done" ? "good" : "bad", status), " ", detail],
        ]),
    ),
  );
}

function signOnsPart({ signOns }) {
  const title = `Web service calls, newest ${Math.min(shownSignOns, signOns.length)}`;
  return part(
    "Web service calls",
    { count: signOns.length, isOpen: false },
    table(
      title,
      ["At", "Signed on as", "For", "Outcome"],
      signOns
        .slice(-shownSignOns)
        .toReversed()
        .map((signOn) => [
          clock(signOn.at),
          signOn.userName,
          signOn.for,
          signOn.ok ? mark("good", "signed on") : mark("bad", "turned away"),
        ]),
    ),
  );
}
