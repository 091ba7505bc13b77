import { byId, el, refresh } from "../elements/dom.js";
import { field, listOf, read } from "../elements/form-field.js";
import { handTasks } from "./hand-tasks.js";
import { createShownOnce } from "./shown-once.js";
import { renderChoice, shownTenant } from "./tenant-choice.js";

const otherChange = [
  { name: "policy", label: "Domain security policy", list: "domains" },
  { name: "securityGroup", label: "Security group", list: "groups" },
  { name: "access", label: "Access", options: ["Get", "Put", "View", "Modify"] },
  { name: "change", label: "Change", options: ["Added", "Removed"] },
  { name: "by", label: "Left behind by", initial: "lmcneil" },
];

/** Forms for what happens in Workday without the bot. They are drawn once and keep what is typed. */
export function createByHand(actions) {
  const panel = byId("panel-hand");
  const choice = el("div", {});
  let latest;
  const lists = el("div", {});
  const outcome = el("p", { class: "outcome", role: "status" });
  const shown = createShownOnce();
  const fields = el("div", {});
  const task = el(
    "select",
    { id: "task", onchange: drawFields },
    Object.entries(handTasks).map(([name, { title }]) => el("option", { value: name }, title)),
  );

  function drawFields() {
    fields.replaceChildren(...handTasks[task.value].fields.map((spec) => field("task", spec)));
  }

  async function tell(asked, words) {
    const { kind, message, shownOnce = {} } = await asked;
    outcome.textContent = `${words}: ${kind}. ${message}`;
    shown.add(shownOnce);
    outcome.scrollIntoView({ block: "nearest" });
  }

  drawFields();
  panel.append(
    choice,
    lists,
    outcome,
    shown.node,
    el("h3", {}, "Do a task in Workday as Dora"),
    form(
      [el("div", { class: "input" }, el("label", { for: "task" }, "Task"), task), fields],
      "Do the task",
      (values) => {
        const { title, toFields = (same) => same } = handTasks[task.value];
        return tell(actions.task(latest.name, task.value, toFields(values)), title);
      },
    ),
    el("h3", {}, "Leave somebody else's change pending"),
    el(
      "p",
      { class: "about" },
      "An activation makes everything live that is pending in the tenant. The approval card must show this too.",
    ),
    form(
      otherChange.map((spec) => field("other", spec)),
      "Leave it pending",
      (values) => tell(actions.seed(latest.name, values), "Somebody else's change"),
    ),
  );

  return {
    render: (state) => {
      const tenant = shownTenant(state);
      latest = tenant;
      renderChoice(choice, state, actions.again);
      const names = {
        groups: tenant.groups.map(({ name }) => name),
        accounts: tenant.accounts.map(({ userName }) => userName),
        systems: tenant.integrationSystems.map(({ id }) => id),
        domains: tenant.domains,
        clients: tenant.apiClients.map(({ name }) => name),
        timestamps: tenant.timestamps.map(({ at }) => new Date(at).toISOString()),
      };
      refresh(lists, JSON.stringify(names), () =>
        Object.entries(names).map(([name, values]) => listOf(name, values)),
      );
    },
  };
}

function form(fields, submit, send) {
  return el(
    "form",
    {
      class: "by-hand",
      onsubmit: (event) => {
        event.preventDefault();
        send(read(event.currentTarget));
      },
    },
    fields,
    el("button", { class: "button primary", type: "submit" }, submit),
  );
}
