import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { Implementation, ImplementedGroup } from "../../flows/ports/implementation.ts";
import { err, ok, type Result } from "../../result.ts";
import { type DataItem, readDataItems } from "../fields/data-items.ts";
import { type Element, toResponseFilter } from "../fields/element.ts";
import { listOf, Text } from "../fields/reply-parts.ts";
import { idOf, TypedIds, toReferenceOf } from "../fields/typed-ids.ts";
import type { Call } from "../wire/soap.ts";
import { unreadable } from "../wire/unreadable.ts";
import type { Credentials } from "../wire/username-token.ts";
import { readPages } from "./read-pages.ts";

const get = "Get_Integration_System_Security_Groups__Unconstrained_";
const put = "Put_Integration_System_Security_Group__Unconstrained_";

type Listed = ImplementedGroup & { readonly wid: string };

/** A field that is not here would be lost by the next write, so it makes the group unreadable. */
const Data = z.strictObject({
  attributes: z.record(z.string(), z.string()).optional(),
  Name: Text,
  Comment: Text,
  Inactive: Text,
  Integration_System_User_Reference: listOf(TypedIds),
});

const pageSize = 100;

/**
 * Reads every Integration System Security Group (Unconstrained), page by page. A group with a field that the
 * bot does not know makes all of it unreadable: nothing is written that could take something away.
 *
 * @see Workday Core_Implementation_Service v47.0, Get_Integration_System_Security_Groups__Unconstrained_
 */
export async function listGroups(
  call: Call,
  as: Credentials,
): ReturnType<Implementation["listGroups"]> {
  const pages = await readPages((page) =>
    call({ operation: get, request: { Response_Filter: toResponseFilter(page, pageSize) } }, as),
  );
  if (!pages.ok) return pages;
  const groups: Listed[] = [];
  for (const page of pages.value) {
    const items = readDataItems(page);
    if (items === undefined) return err(unreadable(get));
    for (const item of items) {
      const group = toGroup(item);
      if (group === undefined) return err(unreadable(get));
      groups.push(group);
    }
  }
  return ok(groups);
}

function toGroup({ reference, data }: DataItem): Listed | undefined {
  const ids = TypedIds.safeParse(reference);
  const parsed = Data.safeParse(data);
  if (!ids.success || !parsed.success) return undefined;
  const wid = idOf(ids.data, "WID");
  const id = idOf(ids.data, "Tenant_Security_Group_ID");
  const { Name, Comment, Inactive, Integration_System_User_Reference } = parsed.data;
  if (wid === undefined || id === undefined || Name === "") return undefined;
  const members: ImplementedGroup["members"][number][] = [];
  for (const member of Integration_System_User_Reference) {
    const account = idOf(member, "WorkdayUserName", "System_User_ID");
    if (account === undefined) return undefined;
    members.push({ account, ids: member });
  }
  const isInactive = ["1", "true"].includes(Inactive.trim());
  return { wid, id, name: Name, comment: Comment, isInactive, members };
}

/**
 * Writes a whole group under its id, members too.
 * @see Workday Core_Implementation_Service v47.0, Put_Integration_System_Security_Group__Unconstrained_
 */
export async function putGroup(
  call: Call,
  as: Credentials,
  { group, isNew }: { readonly group: ImplementedGroup; readonly isNew: boolean },
): Promise<Result<void, Fault>> {
  const request = {
    attributes: { "wd:Add_Only": String(isNew) },
    Integration_System_Security_Group__Unconstrained__Data: toData(group),
  };
  const answer = await call({ operation: put, request }, as);
  return answer.ok ? ok(undefined) : err(answer.error.fault);
}

function toData({ id, name, comment, isInactive, members }: ImplementedGroup): Element {
  return {
    attributes: { "wd:ID": id },
    Name: name,
    ...(comment === "" ? {} : { Comment: comment }),
    Inactive: isInactive,
    Integration_System_User_Reference: members.map(({ ids }) => toReferenceOf(ids)),
  };
}
