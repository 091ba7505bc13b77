import { createHash } from "node:crypto";
import { findAccount } from "../accounts.ts";
import { leaf, tag } from "../soap/xml.ts";
import type { Account, IntegrationSystem, TenantState } from "../state.ts";
import type { OperationCall } from "./operation.ts";

export const integrationSystemIds = ["WID", "Integration_System_ID"];
export const systemUserIds = [
  "WID",
  "System_User_ID",
  "System_User_OpenID",
  "System_User_OpenID_Connect_Internal",
  "System_User_OpenID_Internal",
  "WorkdayUserName",
];

interface Instance {
  readonly descriptor: string;
  readonly ids: readonly (readonly [type: string, value: string])[];
}

/** A reference as answers carry it: every id of the instance, and its descriptor when wanted. */
export function renderReference(call: OperationCall, name: string, instance: Instance): string {
  const ids = instance.ids.map(([type, value]) =>
    leaf("ID", value).replace("<wd:ID>", `<wd:ID wd:type="${type}">`),
  );
  return tag(name, ids, call.descriptors ? { Descriptor: instance.descriptor } : {});
}

export function renderIntegrationSystem(call: OperationCall, system: IntegrationSystem): string {
  return renderReference(call, "Integration_System_Reference", {
    descriptor: system.name,
    ids: [
      ["WID", system.wid],
      ["Integration_System_ID", system.id],
    ],
  });
}

export function renderSystemUser(call: OperationCall, account: Account): string {
  const openId = `https://${call.state.definition.name}.workday.example/openid/${account.wid}`;
  return renderReference(call, "Integration_System_User_Reference", {
    descriptor: account.userName,
    ids: [
      ["WID", account.wid],
      ["System_User_ID", account.userName],
      ["System_User_OpenID", openId],
      ["System_User_OpenID_Connect_Internal", digest(`connect ${account.wid}`)],
      ["System_User_OpenID_Internal", digest(account.wid)],
      ["WorkdayUserName", account.userName],
    ],
  });
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

export function findIntegrationSystem(
  state: TenantState,
  type: string,
  value: string,
): IntegrationSystem | undefined {
  if (type === "Integration_System_ID") return state.integrationSystems.get(value);
  return [...state.integrationSystems.values()].find(({ wid }) => wid === value);
}

export function findSystemUser(
  state: TenantState,
  type: string,
  value: string,
): Account | undefined {
  if (type === "WorkdayUserName" || type === "System_User_ID") return findAccount(state, value);
  return [...state.accounts.values()].find(({ wid }) => wid === value);
}
