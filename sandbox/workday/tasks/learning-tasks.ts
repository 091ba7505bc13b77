import { z } from "zod";
import type { LearningContent, NamedThing, TenantState } from "../state.ts";
import { aTask, done, refused } from "./task.ts";

const Names = z.array(z.string().trim().min(1)).default([]);

/** "Edit" of learning content, one after the other: what it is marked with counts at once. */
export const editLearningContent = aTask({
  name: "edit-learning-content",
  fields: z.strictObject({
    content: z.array(z.string().trim().min(1)).min(1),
    kind: z.enum(["topics", "categories"]),
    add: Names,
    remove: Names,
  }),
  perform(state, { content: titles, kind, add, remove }) {
    if (add.length + remove.length === 0) return refused("Nothing was chosen.");
    const known = namesOf(kind === "topics" ? state.learningTopics : state.learningCategories);
    const stranger = [...add, ...remove].find((name) => !known.has(name));
    if (stranger !== undefined) {
      const what = kind === "topics" ? "learning topic" : "learning security category";
      return refused(`There is no ${what} "${stranger}".`);
    }
    const content: LearningContent[] = [];
    for (const title of titles) {
      const found = findContent(state, title);
      if (found === undefined) return refused(`There is no learning content "${title}".`);
      content.push(found);
    }
    for (const one of content) {
      for (const name of add) one[kind].add(name);
      for (const name of remove) one[kind].delete(name);
    }
    return done(`${content.length} learning content changed.`);
  },
});

function findContent(state: TenantState, title: string): LearningContent | undefined {
  return state.learningContent.get(title.toLowerCase());
}

function namesOf(things: ReadonlyMap<string, NamedThing>): ReadonlySet<string> {
  return new Set([...things.values()].map(({ name }) => name));
}
