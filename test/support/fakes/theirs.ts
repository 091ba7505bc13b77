import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { createWorld, type World, type WorldOptions } from "./world.ts";

/** A world with `ISU_Theirs`, which somebody else made, alone in `ISSG_Theirs`. */
export function withTheirs(options: WorldOptions = {}): World {
  const world = createWorld(options);
  world.workday.addSystem("INT_Theirs", "INT Theirs");
  world.workday.addUser("INT_Theirs", "ISU_Theirs");
  world.workday.tenant.addGroup("ISSG_Theirs", ["isu_theirs"]);
  world.workday.tenant.perform({
    name: "grant-permissions",
    groupName: "ISSG_Theirs",
    permissions: { ...noPermissions, Get: ["Worker Data: Workers"] },
  });
  world.workday.tenant.perform({ name: "activate", comment: "somebody else" });
  return world;
}
