import { sql } from "kysely";
import { expect, it } from "vitest";
import { ok } from "../../../src/result.ts";
import { up } from "../../../src/store/database/migrations/0008-changed-groups.ts";
import { aSegmentDraft } from "../../support/data/a-draft.ts";
import { anId, anOpened, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

const open = useStore();

it("knows the security groups of requests from before, also of those that are over", async () => {
  const { database, store } = await open();
  const { db } = database;
  const { draft, ...opened } = anOpened(anId(1), { groupName: " ISSG  \u00dcber" });
  await store.open({ ...opened, draft }, noon);
  await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([{ kind: "done" }]));
  const activation = { kind: "activate", tenant: draft.tenant, reason: "" } as const;
  await store.open({ ...opened, id: anId(2), draft: activation }, noon);
  const segmented = aSegmentDraft({ tenant: draft.tenant, groupName: "ISSG Rest" });
  await store.open({ ...opened, id: anId(3), draft: segmented }, noon);
  await sql`drop table changed_group`.execute(db);

  await up(db);

  async function listBy(groupName: string): Promise<unknown> {
    const names = { tenant: draft.tenant, groupNames: [groupName] };
    return (await store.listByGroups(names)).map(({ id }) => id);
  }
  expect(await listBy("issg \u00fcber")).toEqual([anId(1)]);
  expect(await listBy("issg rest")).toEqual([anId(3)]);
  expect(await listBy("issg_viva segments")).toEqual([anId(3)]);
});
