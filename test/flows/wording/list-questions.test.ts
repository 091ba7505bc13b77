import { expect, it } from "vitest";
import type { Question } from "../../../src/flows/request/review-event.ts";
import { describeAnswered } from "../../../src/flows/wording/list-questions.ts";
import { start } from "../../support/data/a-request.ts";
import { ann, ben } from "../../support/data/people.ts";

it("says each question of a request with its answer in one line, and none that nobody answered", () => {
  const open: Question = { by: ben, at: start, question: "And this?" };
  const answer = { by: ann, at: start, words: "The guide\nsays so." };
  const questions: readonly Question[] = [{ by: ben, at: start, question: "Why\nthat?", answer }];

  expect(describeAnswered([...questions, open])).toEqual([
    "Question: “Why that?” Answer: “The guide says so.”",
  ]);
});
