import type { ServerResponse } from "node:http";
import type { PageState } from "./page-state.ts";
import type { Stage } from "./stage.ts";

/** Streams of what is to be seen, one for each open page. */
export interface EventStream {
  /** Sends the state as this person sees it, now and after each change, until the page goes away. */
  readonly add: (response: ServerResponse, person: string) => void;
  /** Says that something is different now, where nothing else does. */
  readonly changed: () => void;
  readonly close: () => void;
}

/** Many changes at once become one message. */
const calmMs = 40;

/** @see WHATWG HTML, "Server-sent events" */
export function createEventStream(
  stage: Stage,
  readState: (person: string) => PageState,
): EventStream {
  const open = new Map<ServerResponse, string>();
  let timer: NodeJS.Timeout | undefined;

  function send(response: ServerResponse, person: string): void {
    response.write(`data: ${JSON.stringify(readState(person))}\n\n`);
  }
  function changed(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const [response, person] of open) send(response, person);
    }, calmMs);
  }

  const forget = [
    stage.slack.onChange(changed),
    stage.workday.onChange(changed),
    stage.vault.onChange(changed),
    stage.bot.onChange(changed),
    stage.board.onChange(changed),
  ];
  return {
    add: (response, person) => {
      open.set(response, person);
      response.on("close", () => open.delete(response));
      response.write("retry: 1000\n\n");
      send(response, person);
    },
    changed,
    close: () => {
      clearTimeout(timer);
      for (const stop of forget) stop();
      for (const response of open.keys()) response.end();
    },
  };
}
