import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { createRoom, type Enter } from "../../src/engine/room.ts";
import { fakeTimers } from "./fake-timers.ts";

/** A room, the moves inside it, by name in the order in which they were let in, and how each is ended. */
function aRoom() {
  const timers = fakeTimers();
  const room = createRoom(timers);
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  return {
    timers,
    begun,
    join: room.join,
    move: (enter: Enter, name: string) => {
      const end = Promise.withResolvers<void>();
      ends.set(name, end);
      return enter(async () => {
        begun.push(name);
        await end.promise;
        return name;
      });
    },
    end: (name: string) => ends.get(name)?.resolve(),
    fail: (name: string) => ends.get(name)?.reject(new Error(`${name} broke`)),
  };
}

/** Five that ask to make a move each, and four of them do. */
async function aFullRoom() {
  const room = aRoom();
  const [a, b, c, d, e] = [room.join(), room.join(), room.join(), room.join(), room.join()];
  const first = room.move(a, "a1");
  for (const [enter, name] of [
    [b, "b1"],
    [c, "c1"],
    [d, "d1"],
    [e, "e1"],
  ] as const)
    void room.move(enter, name);
  await expect.poll(() => room.begun).toEqual(["a1", "b1", "c1", "d1"]);
  return { ...room, a, e, first };
}

it("lets four in, and the next when one has ended", async () => {
  const { begun, end, first } = await aFullRoom();

  end("a1");

  expect(await first).toBe("a1");
  await expect.poll(() => begun).toEqual(["a1", "b1", "c1", "d1", "e1"]);
});

it("lets in whoever joined first, not who has waited longest", async () => {
  const { begun, end, move, join, a, first } = await aFullRoom();
  end("a1");
  await first;
  void move(join(), "f1");
  void move(a, "a2");

  end("b1");

  await expect.poll(() => begun.slice(4)).toEqual(["e1", "a2"]);
});

it("makes room where a move broke", async () => {
  const { begun, fail, first } = await aFullRoom();

  fail("a1");

  await expect(first).rejects.toThrow("a1 broke");
  await expect.poll(() => begun.at(-1)).toBe("e1");
});

it("makes room once for a move that takes long", async () => {
  const { begun, end, move, join, first, timers } = await aFullRoom();
  expect(timers.waiting()).toEqual([1000, 1000, 1000, 1000]);
  timers.elapse();
  await expect.poll(() => begun.at(-1)).toBe("e1");
  for (const name of ["f1", "g1", "h1"]) void move(join(), name);
  await expect.poll(() => begun.slice(5)).toEqual(["f1", "g1", "h1"]);
  end("a1");
  await first;
  void move(join(), "i1");
  await setImmediate();

  expect(begun).not.toContain("i1");
  end("f1");
  await expect.poll(() => begun.at(-1)).toBe("i1");
});
