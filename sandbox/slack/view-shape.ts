import type { View } from "./shown.ts";
import type { World } from "./world.ts";

/** A view as the Web API and the payloads show it. */
export function toSlackView(world: World, view: View): Readonly<Record<string, unknown>> {
  const { content } = view;
  return {
    id: view.id,
    team_id: world.team.id,
    type: content.type,
    blocks: content.blocks,
    private_metadata: content.private_metadata ?? "",
    callback_id: content.callback_id ?? "",
    external_id: content.external_id ?? "",
    state: { values: view.values },
    hash: view.hash,
    ...frameOf(content),
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: world.bot.appId,
    app_installed_team_id: world.team.id,
    bot_id: world.bot.botId,
  };
}

const homeFrame = {
  title: { type: "plain_text", text: "View Title" },
  close: null,
  submit: null,
  clear_on_close: false,
  notify_on_close: false,
};

function frameOf(content: View["content"]): Readonly<Record<string, unknown>> {
  if (content.type === "home") return homeFrame;
  return {
    title: content.title,
    close: content.close ?? null,
    submit: content.submit ?? null,
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
  };
}
