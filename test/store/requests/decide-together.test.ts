import { describe, expect, it } from "vitest";
import { anId, ann, anOpened, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

const openStore = useStore();

describe("what is decided together", () => {
  it("is not recorded at all where one of it reserves a name that is taken", async () => {
    const { store, heads } = await openStore();
    await store.open(anOpened(anId(1)), noon);
    const told = heads.length;
    const { tenant } = anOpened(anId(1)).draft;

    const decided = store.decideTogether({ tenant, now: noon }, () => [
      { id: anId(1), key: "a", events: [{ kind: "retried", by: ann }] },
      { id: anId(2), key: "opened", events: [anOpened(anId(2))] },
    ]);

    await expect(decided).rejects.toThrow(`${anId(2)} reserves what is taken`);
    expect(await store.find(anId(1))).toMatchObject({ version: 1 });
    expect(await store.find(anId(2))).toBe(undefined);
    expect(heads).toHaveLength(told);
  });
});
