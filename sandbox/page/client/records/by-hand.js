import { h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { actions } from "../actions.js";
import { field, listOf, read } from "../elements/form-field.js";
import { handTasks } from "./hand-tasks.js";
import { ShownOnce } from "./shown-once.js";
import { shownTenant, TenantChoice } from "./tenant-choice.js";

const otherChange = [
  { name: "policy", label: "Domain security policy", list: "domains" },
  { name: "securityGroup", label: "Security group", list: "groups" },
  { name: "access", label: "Access", options: ["Get", "Put", "View", "Modify"] },
  { name: "change", label: "Change", options: ["Added", "Removed"] },
  { name: "by", label: "Left behind by", initial: "lmcneil" },
];

/** Forms for what happens in Workday without the bot. What is typed is the browser's. */
export function ByHand(page) {
  const tenant = shownTenant(page);
  const [outcome, setOutcome] = useState("");
  const [shownOnce, setShownOnce] = useState([]);
  const said = useRef();
  useLayoutEffect(() => {
    if (outcome !== "") said.current.scrollIntoView({ block: "nearest" });
  }, [outcome]);

  async function tell(asked, words) {
    const { kind, message, shownOnce: once = {} } = await asked;
    setOutcome(`${words}: ${kind}. ${message}`);
    setShownOnce((before) => [...before, ...Object.entries(once)]);
  }
  function perform(name, values) {
    const { title, toFields = (same) => same } = handTasks[name];
    return tell(actions.task(tenant.name, name, toFields(values)), title);
  }

  return [
    h(TenantChoice, page),
    Object.entries(namesIn(tenant)).map(([name, values]) => listOf(name, values)),
    h("p", { class: "outcome", role: "status", ref: said }, outcome),
    h(ShownOnce, { values: shownOnce, putAway: () => setShownOnce([]) }),
    h("h3", {}, "Do a task in Workday as Dora"),
    h(TaskForm, { perform }),
    h("h3", {}, "Leave somebody else's change pending"),
    h(
      "p",
      { class: "about" },
      "An activation makes everything live that is pending in the tenant. The approval card must show this too.",
    ),
    form({
      fields: otherChange.map((spec) => field("other", spec)),
      submit: "Leave it pending",
      send: (values) => tell(actions.seed(tenant.name, values), "Somebody else's change"),
    }),
  ];
}

function TaskForm({ perform }) {
  const [task, choose] = useState(Object.keys(handTasks)[0]);
  const choice = { id: "task", value: task, onchange: (event) => choose(event.target.value) };
  const titles = Object.entries(handTasks).map(([value, { title }]) =>
    h("option", { value }, title),
  );
  return form({
    fields: [
      h(
        "div",
        { class: "input" },
        h("label", { for: "task" }, "Task"),
        h("select", choice, titles),
      ),
      h(
        "div",
        { key: task },
        handTasks[task].fields.map((spec) => field("task", spec)),
      ),
    ],
    submit: "Do the task",
    send: (values) => perform(task, values),
  });
}

/** What is in a tenant, to be proposed in fields. */
function namesIn({ groups, accounts, integrationSystems, domains, apiClients, timestamps }) {
  return {
    groups: groups.map(({ name }) => name),
    accounts: accounts.map(({ userName }) => userName),
    systems: integrationSystems.map(({ id }) => id),
    domains,
    clients: apiClients.map(({ name }) => name),
    timestamps: timestamps.map(({ at }) => new Date(at).toISOString()),
  };
}

function form({ fields, submit, send }) {
  function onsubmit(event) {
    event.preventDefault();
    void send(read(event.currentTarget));
  }
  return h(
    "form",
    { class: "by-hand", onsubmit },
    fields,
    h("button", { class: "button primary", type: "submit" }, submit),
  );
}
