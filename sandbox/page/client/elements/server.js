/** What this page asks of its server. */

const token = document.querySelector("meta[name=token]").content;

/** Asks for something and gives the outcome; what went wrong comes as `{ kind: "trouble", message }`. */
export async function ask(at, action) {
  try {
    const response = await fetch("/act", {
      method: "POST",
      headers: { "content-type": "application/json", "x-sandbox-token": token },
      body: JSON.stringify({ at, action }),
    });
    const answer = await response.json();
    return answer.ok ? (answer.outcome ?? {}) : { kind: "trouble", message: answer.message };
  } catch {
    return { kind: "trouble", message: "The sandbox does not answer. Is it still running?" };
  }
}

/** Follows what one person sees; returns what ends it. */
export function follow(person, onState, onConnection) {
  const address = `/events?${new URLSearchParams({ person, token })}`;
  const source = new EventSource(address);
  source.addEventListener("message", ({ data }) => onState(JSON.parse(data)));
  source.addEventListener("open", () => onConnection(true));
  source.addEventListener("error", () => onConnection(false));
  return () => source.close();
}
