import type { TitledList } from "../model/titled-list.ts";
import type { Question } from "../request/review-event.ts";

/** What approvers asked and were answered, for a card, a thread and a page; nothing where nobody asked. */
export function listQuestions(questions: readonly Question[] = []): readonly TitledList[] {
  if (questions.length === 0) return [];
  const said = questions.flatMap(({ by, question, answer }) => [
    { line: `Question: “${inOneLine(question)}”, asked by`, person: by },
    ...(answer === undefined
      ? []
      : [{ line: `Answer: “${inOneLine(answer.words)}”, by`, person: answer.by }]),
  ]);
  return [
    {
      title: `Asked about it (${questions.length}):`,
      lines: said.map(({ line }) => line),
      people: said.map(({ person }) => person),
    },
  ];
}

/** Questions about one request of a release with their answers, a line each; nobody is named, as its own message does. */
export function describeAnswered(questions: readonly Question[]): readonly string[] {
  return questions.flatMap(({ question, answer }) =>
    answer === undefined
      ? []
      : [`Question: “${inOneLine(question)}” Answer: “${inOneLine(answer.words)}”`],
  );
}

/** Nobody types a line that looks like one of the card's own. */
function inOneLine(words: string): string {
  return words.replaceAll(/\s+/g, " ");
}
