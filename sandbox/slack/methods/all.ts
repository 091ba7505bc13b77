import { authTest, openConnection } from "./app.ts";
import { deleteMessage, getPermalink, updateMessage } from "./change-message.ts";
import { conversationInfo, conversationMembers, openConversation } from "./conversations.ts";
import { history, replies } from "./history.ts";
import type { Method } from "./method.ts";
import { groupList, groupMembers, userByEmail, userInfo } from "./people.ts";
import { postEphemeral, postMessage } from "./post-message.ts";
import { openView, publishView, pushView, updateView } from "./views.ts";

export const methods: ReadonlyMap<string, Method> = new Map(
  [
    authTest,
    openConnection,
    postMessage,
    postEphemeral,
    updateMessage,
    deleteMessage,
    getPermalink,
    openConversation,
    conversationInfo,
    conversationMembers,
    history,
    replies,
    openView,
    pushView,
    updateView,
    publishView,
    userInfo,
    userByEmail,
    groupMembers,
    groupList,
  ].map((method) => [method.name, method]),
);
