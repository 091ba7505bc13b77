import { ask, follow } from "./elements/server.js";
import { change, page } from "./page.js";
import { heardFirst, newsIn } from "./workspace/announce.js";

/** What a visitor can do. Each answers with the outcome; what went wrong stands in the page's notice. */
export const actions = {
  say: (what) => slack({ do: "say", ...what }),
  command: (text, where) => {
    const [name = "", ...rest] = text.split(" ");
    return slack({ do: "command", name, text: rest.join(" "), ...where });
  },
  press: (what) => slack({ do: "press", ...what }),
  choose: (what) => slack({ do: "choose", ...what }),
  enter: (what) => slack({ do: "fill", ...what }),
  openHome: () => slack({ do: "open-home" }),
  suggest: (what) => slack({ do: "suggest", ...what }),
  submit: (what) => slack({ do: "submit", ...what }),
  close: (isAll) => slack({ do: "close", isAll }),
  task: (tenant, task, fields) => ask("tenant", { do: "task", tenant, task, fields }),
  seed: (tenant, what) => ask("tenant", { do: "seed", tenant, ...what }),
  restart: (hands) => ask("bot", { do: "restart", hands }).then(noted),
  kill: () => ask("bot", { do: "kill" }).then(noted),
  complete: (text) => ask("sandbox", { do: "complete", text }),
  lookAtWire: (id) => ask("sandbox", { do: "look-at-wire", id }),
  issueCode: (person) => sandbox({ do: "issue-code", person }),
  moveClock: (hours) => sandbox({ do: "move-clock", hours }),
  turn: (name, isOn, tenant) => sandbox({ do: "turn", name, isOn, tenant }),
};

/** In Slack, as the person who is there. */
function slack(action) {
  return ask("slack", { person: page.person, ...action }).then(noted);
}

/** What it did is told beside the tour. */
async function sandbox(action) {
  const outcome = noted(await ask("sandbox", action));
  if (outcome.kind === "done") change({ said: outcome.message });
  return outcome;
}

/** Notes what went wrong; what was said before is over. */
function noted(outcome) {
  change({ said: "", notice: outcome.kind === "trouble" ? outcome.message : "" });
  return outcome;
}

let unfollow;

/** Looks at everything as somebody else; done once their view is there, which is when it is drawn. */
export function be(person) {
  Object.assign(page, { person, notice: "" });
  heardFirst();
  unfollow?.();
  return new Promise((resolve) => {
    unfollow = follow(
      person,
      (state) => {
        change({ state, announced: newsIn(state) ?? page.announced });
        resolve();
      },
      (isConnected) => change({ isConnected }),
    );
  });
}
