import type { Placed } from "./blocks/placed.ts";
import type { Value, Values } from "./blocks/values.ts";
import { toSlackMessage } from "./methods/message-shape.ts";
import { issueResponseUrl } from "./response-urls.ts";
import type { Ephemeral, Message, View } from "./shown.ts";
import { issueTrigger } from "./triggers.ts";
import { toSlackView } from "./view-shape.ts";
import type { PersonSpec } from "./workspace.ts";
import type { World } from "./world.ts";

type Payload = Readonly<Record<string, unknown>>;

/** Where an element stands: in a posting, or in a view. */
export type Host = Message | Ephemeral | View;

/** @see Slack: Slash commands, "Preparing your app to receive commands" */
export function commandPayload(
  world: World,
  person: PersonSpec,
  command: { readonly name: string; readonly text: string; readonly channel: string },
): Readonly<Record<string, string>> {
  const channel = world.channels.get(command.channel);
  const names = { public: channel?.name ?? "", private: "privategroup", im: "directmessage" };
  return {
    token: "verification-token",
    team_id: person.teamId ?? world.team.id,
    team_domain: person.teamId === undefined ? world.team.domain : "elsewhere",
    channel_id: command.channel,
    channel_name: names[channel?.kind ?? "public"],
    user_id: person.id,
    user_name: person.name,
    command: command.name,
    text: command.text,
    api_app_id: world.bot.appId,
    is_enterprise_install: "false",
    response_url: issueResponseUrl(world, { person: person.id, channel: command.channel }),
    trigger_id: issueTrigger(world, person.id, false),
  };
}

interface Acted {
  readonly placed: Placed;
  readonly value?: Value;
  readonly values: Values;
}

/** @see Slack: block_actions payload */
export function actionPayload(world: World, person: PersonSpec, host: Host, acted: Acted): Payload {
  const isView = host.kind === "view";
  return {
    type: "block_actions",
    ...senderOf(world, person),
    container: containerOf(host),
    trigger_id: issueTrigger(world, person.id, isView && host.content.type === "modal"),
    ...placeOf(world, person, host),
    ...(isView ? {} : { state: { values: acted.values } }),
    actions: [actionOf(world, acted)],
  };
}

/** @see Slack: block_suggestion payload */
export function suggestionPayload(
  world: World,
  person: PersonSpec,
  host: Host,
  typed: { readonly placed: Placed; readonly query: string },
): Payload {
  const { response_url: _, ...place } = placeOf(world, person, host);
  return {
    type: "block_suggestion",
    ...senderOf(world, person),
    container: containerOf(host),
    action_id: typed.placed.actionId,
    block_id: typed.placed.blockId,
    value: typed.query,
    ...place,
  };
}

/** @see Slack: view_submission payload */
export function submissionPayload(world: World, person: PersonSpec, view: View): Payload {
  return {
    type: "view_submission",
    ...senderOf(world, person),
    trigger_id: issueTrigger(world, person.id, true),
    view: toSlackView(world, view),
    response_urls: [],
  };
}

export function closedPayload(
  world: World,
  person: PersonSpec,
  view: View,
  isCleared: boolean,
): Payload {
  return {
    type: "view_closed",
    ...senderOf(world, person),
    view: toSlackView(world, view),
    is_cleared: isCleared,
  };
}

/** @see Slack: app_home_opened event */
export function homeOpenedPayload(world: World, person: PersonSpec, channel: string): Payload {
  const seconds = Math.floor(world.now() / 1000);
  const view = world.homes.get(person.id);
  return {
    token: "verification-token",
    team_id: world.team.id,
    api_app_id: world.bot.appId,
    type: "event_callback",
    event_id: world.nextId("Ev"),
    event_time: seconds,
    authorizations: [
      { team_id: world.team.id, user_id: world.bot.userId, is_bot: true, enterprise_id: null },
    ],
    event: {
      type: "app_home_opened",
      user: person.id,
      channel,
      tab: "home",
      event_ts: world.nextTs(),
      ...(view === undefined ? {} : { view: toSlackView(world, view) }),
    },
  };
}

function senderOf(world: World, person: PersonSpec): Payload {
  return {
    user: {
      id: person.id,
      username: person.name,
      name: person.name,
      team_id: person.teamId ?? world.team.id,
    },
    team: { id: world.team.id, domain: world.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: world.bot.appId,
    token: "verification-token",
  };
}

function containerOf(host: Host): Payload {
  if (host.kind === "view") return { type: "view", view_id: host.id };
  return {
    type: "message",
    message_ts: host.ts,
    channel_id: host.channel,
    is_ephemeral: host.kind === "ephemeral",
    ...(host.threadTs === undefined ? {} : { thread_ts: host.threadTs }),
  };
}

/** An ephemeral is not sent along, only named by its container. */
function placeOf(world: World, person: PersonSpec, host: Host): Payload {
  if (host.kind === "view") return { view: toSlackView(world, host) };
  const channel = world.channels.get(host.channel);
  const name = channel?.kind === "private" ? "privategroup" : (channel?.name ?? "");
  const original = { person: person.id, channel: host.channel, original: host };
  return {
    channel: { id: host.channel, name },
    ...(host.kind === "message" ? { message: toSlackMessage(world, host) } : {}),
    response_url: issueResponseUrl(world, original),
  };
}

function actionOf(world: World, { placed, value }: Acted): Payload {
  const { element, blockId, actionId } = placed;
  return {
    type: element.type,
    block_id: blockId,
    action_id: actionId,
    action_ts: world.nextTs(),
    ...(element.type === "button" ? { text: element.text } : {}),
    ...(element.type === "button" && element.value !== undefined ? { value: element.value } : {}),
    ...("placeholder" in element ? { placeholder: element.placeholder } : {}),
    ...(value === undefined ? {} : withoutType(value)),
  };
}

function withoutType(value: Value): Payload {
  const { type: _, ...held } = value;
  return held;
}
