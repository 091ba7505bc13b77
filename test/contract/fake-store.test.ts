import { createFakeStore } from "../support/fakes/fake-store.ts";
import { describeEdits } from "./edits-contract.ts";
import { describeStore } from "./store-contract.ts";
import { describeStoreLists } from "./store-lists-contract.ts";
import { describeTogether } from "./together-contract.ts";

async function make(): Promise<ReturnType<typeof createFakeStore>> {
  return createFakeStore({});
}

describeStore("in memory", make);
describeStoreLists("in memory", make);
describeTogether("in memory", make);
describeEdits("in memory", make);
