import { activate } from "./activate.ts";
import { activateGroup } from "./activate-group.ts";
import { apiClient } from "./api-client.ts";
import { audit } from "./audit.ts";
import { change } from "./change.ts";
import { create } from "./create.ts";
import { delegate } from "./delegate.ts";
import { domains } from "./domains.ts";
import { help } from "./help.ts";
import type { HelpEntry } from "./help-lines.ts";
import { list } from "./list.ts";
import { passkey } from "./passkey.ts";
import { permissions } from "./permissions.ts";
import { recipes } from "./recipes.ts";
import { retire } from "./retire.ts";
import { rollback } from "./rollback.ts";
import { rotate } from "./rotate.ts";
import { segments } from "./segments.ts";
import { settings } from "./settings.ts";
import { status } from "./status.ts";

/** Every command, once, in the order of the help: those of one line together, and what holds for several of them. */
export const commands: readonly HelpEntry[] = [
  [create],
  [change],
  [settings],
  [rotate, retire],
  [activate],
  [activateGroup],
  [rollback],
  [apiClient],
  [status],
  [recipes],
  [list],
  [audit],
  [domains],
  "Changes of a production tenant are confirmed with its name. A tenant with change windows is changed inside of them only: what is approved waits for the next.",
  [delegate],
  [passkey],
  [permissions],
  [segments],
  "Every command for an account takes one that the bot did not make, too, and says so in the plan. Where it is in several groups, name one: `rotate [ISU] [group]`.",
  [help],
];
