import { useStore } from "../store/support/open-store.ts";
import { describeEdits } from "./edits-contract.ts";
import { describeStore } from "./store-contract.ts";
import { describeStoreLists } from "./store-lists-contract.ts";
import { describeTogether } from "./together-contract.ts";

const openStore = useStore();

describeStore("PostgreSQL", async () => (await openStore()).store);
describeStoreLists("PostgreSQL", async () => (await openStore()).store);
describeTogether("PostgreSQL", async () => (await openStore()).store);
describeEdits("PostgreSQL", async () => (await openStore()).store);
