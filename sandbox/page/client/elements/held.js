import { useState } from "preact/hooks";

/** What is chosen here, until the server says something else than it did; and what chooses. */
export function useHeld(held) {
  const from = JSON.stringify(held);
  const [mine, setMine] = useState({});
  return [mine.from === from ? mine.value : held, (value) => setMine({ from, value })];
}
