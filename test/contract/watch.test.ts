import { describe, expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import { instant, later, type TenantName } from "../../src/flows/ids.ts";
import type { Notice } from "../../src/flows/notice.ts";
import type { Watch } from "../../src/flows/ports.ts";
import { createWatch } from "../../src/store/watch.ts";
import { noon } from "../store/an-opened.ts";
import { useStore } from "../store/open-store.ts";
import { createFakeWatch } from "../support/fake-watch.ts";

const openStore = useStore();
const tenant = brand<TenantName>("acme_dpt1");
const seen = { at: noon, keys: ["one"] };

function aNotice(key: string, madeAt = noon): Notice {
  const matter = {
    kind: "activation",
    at: noon,
    by: "lmcneil",
    comment: "By hand",
    groups: ["ISSG_Viva"],
  } as const;
  return { key, tenant, madeAt, matter };
}

describe.each<[name: string, make: () => Promise<Watch>]>([
  ["in memory", async () => createFakeWatch()],
  ["PostgreSQL", async () => createWatch((await openStore()).database)],
])("the Watch port: %s", (_name, make) => {
  it("knows how far each tenant was looked at", async () => {
    const watch = await make();

    expect(await watch.findSeen(tenant)).toBeUndefined();
    await watch.keepSeen(tenant, seen, []);
    await watch.keepSeen(tenant, { at: later(noon, 1), keys: [] }, []);

    expect(await watch.findSeen(tenant)).toEqual({ at: noon + 1, keys: [] });
    expect(await watch.findSeen(brand("acme_prod"))).toBeUndefined();
  });

  it("gives each notice to one who asks, oldest first, and again when two minutes are over", async () => {
    const watch = await make();
    const first = aNotice("first", instant(noon - 1));
    await watch.keepSeen(tenant, seen, [aNotice("second"), first]);
    await watch.keepSeen(tenant, seen, [first]);

    const claimed = await Promise.all([watch.claim(noon), watch.claim(noon), watch.claim(noon)]);
    const keys = claimed.map((notice) => notice?.key ?? "none").toSorted();

    expect(keys).toEqual(["first", "none", "second"]);
    expect(await watch.claim(later(noon, 119_999))).toBeUndefined();
    expect(await watch.claim(later(noon, 120_000))).toEqual(first);
  });

  it("gives no notice again that was posted, even when it is queued anew", async () => {
    const watch = await make();
    await watch.keepSeen(tenant, seen, [aNotice("first")]);

    await watch.settle("first");
    await watch.keepSeen(tenant, seen, [aNotice("first")]);

    expect(await watch.claim(noon)).toBeUndefined();
  });
});
