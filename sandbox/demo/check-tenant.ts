import { type Check, equal, holds } from "./check.ts";
import type { Play } from "./play.ts";
import { othersChange } from "./scene-create.ts";

const group = "ISU_Microsoft_Viva_Learning";
const user = "ISU_Viva_Learning";

const granted = [
  "Manage: Learning Content",
  "Reports: Learning Record",
  "Worker Data: Active and Terminated Workers",
  "Worker Data: Current Staffing Information",
  "Workday Accounts",
];

export interface Requests {
  readonly created: string;
  readonly denied: string;
  readonly byPerson: string;
}

/** Looks at the tenant itself. */
export function checkTenant({ tenant }: Play, requests: Requests): readonly Check[] {
  const account = tenant.accounts().find(({ userName }) => userName === user);
  const held = tenant.activePermissions().filter(({ securityGroup }) => securityGroup === group);
  const mine = tenant.timestamps().filter(({ comment }) => comment.includes(requests.created));
  const live = mine.flatMap(({ changes }) => changes);
  return [
    holds(
      "the account is there, on an integration system of its own, without UI sessions",
      account?.integrationSystem?.includes(requests.created.replace("-", "_")) === true &&
        account.doNotAllowUiSessions,
      account,
    ),
    equal("its group has it as the one member", membersOf(tenant, group), [user]),
    equal(
      "its five permissions are active, and no others",
      held.map(({ access, policy }) => `${access}: ${policy}`).toSorted(),
      granted.map((policy) => `Get: ${policy}`).toSorted(),
    ),
    equal("exactly one activation names the request", mine.length, 1),
    holds(
      "somebody else's change went live with it, as the card had shown",
      live.length === granted.length + 1 &&
        live.some(
          ({ policy, changedBy }) =>
            policy === othersChange.policy && changedBy === othersChange.by,
        ),
      live,
    ),
    ...checkDenied(tenant, requests),
    ...checkPerson(tenant, requests),
    equal("nothing is pending in the tenant any more", tenant.pending().length, 0),
  ];
}

function checkDenied(tenant: Play["tenant"], { denied }: Requests): readonly Check[] {
  const name = "Kolleno Integration Security Group";
  const found = tenant.groups().find((other) => other.name === name);
  const held = tenant.activePermissions().filter(({ securityGroup }) => securityGroup === name);
  return [
    holds(
      "the denied request's group is inactive, without members and without permissions",
      found?.isActive === false && found.members.length === 0 && held.length === 0,
      { found, held },
    ),
    equal(
      "no activation names the denied request",
      tenant.timestamps().filter(({ comment }) => comment.includes(denied)).length,
      0,
    ),
    equal(
      "nobody has signed on as the denied account",
      tenant.signOns().filter(({ userName }) => /kolleno/i.test(userName)).length,
      0,
    ),
  ];
}

function checkPerson(tenant: Play["tenant"], { byPerson }: Requests): readonly Check[] {
  const tasks = tenant.tasksPerformed().filter(({ by }) => by === "ddiaz");
  const activations = tenant.timestamps().filter(({ comment }) => comment.includes(byPerson));
  return [
    equal(
      "Dora did four tasks by hand, and none was refused",
      tasks.map(({ status }) => status),
      ["done", "done", "done", "done"],
    ),
    equal(
      "the third request was activated once, by Dora",
      activations.map(({ by }) => by),
      ["ddiaz"],
    ),
  ];
}

function membersOf(tenant: Play["tenant"], name: string): readonly string[] {
  return tenant.groups().find((other) => other.name === name)?.members ?? [];
}
