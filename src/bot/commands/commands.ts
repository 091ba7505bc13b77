import { activate } from "./activate.ts";
import { activateGroup } from "./activate-group.ts";
import { apiClient } from "./api-client.ts";
import { audit } from "./audit.ts";
import { change } from "./change.ts";
import type { CommandGroup } from "./command.ts";
import { create } from "./create.ts";
import { delegate } from "./delegate.ts";
import { domains } from "./domains.ts";
import { help } from "./help.ts";
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

const existing =
  "The account may be one that the bot did not make: the plan says so. Where it is in several groups, name one behind it.";

const production =
  "A production tenant's name is typed to confirm. Where a tenant has change windows, what is approved waits for the next.";

/** Every command, once, in the order of the help: by what somebody wants to do. */
export const commands: readonly CommandGroup[] = [
  { title: "Ask for a new user", commands: [create], note: production },
  {
    title: "Change what an account may do",
    commands: [permissions, segments, apiClient, activateGroup],
    note: `${existing} ${production}`,
  },
  {
    title: "Change or end an account",
    commands: [change, settings, rotate, retire],
    note: `${existing} ${production}`,
  },
  { title: "See where things stand", commands: [status, list, audit] },
  { title: "Look up what to ask for", commands: [recipes, domains] },
  { title: "Activate, or go back", commands: [activate, rollback], note: production },
  { title: "For approvers", commands: [delegate, passkey] },
  { title: "Read more", commands: [help] },
];
