/** Questions that may be under way at once; what is asked meanwhile is one question more. */
const MOST_UNDER_WAY = 2;
const MOST_AT_ONCE = 500;

interface Waiter<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes one question of many: those that are asked while others are under way go together.
 * @param askAll answers in the order of the questions
 */
export function createGatherer<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: Waiter<Question, Answer>[] = [];
  let underWay = 0;
  let isPlanned = false;
  const plan = (): void => {
    if (isPlanned || underWay >= MOST_UNDER_WAY || waiting.length === 0) return;
    isPlanned = true;
    queueMicrotask(() => void send());
  };
  const send = async (): Promise<void> => {
    isPlanned = false;
    const asked = waiting.slice(0, MOST_AT_ONCE);
    waiting = waiting.slice(MOST_AT_ONCE);
    underWay += 1;
    try {
      const answers = await askAll(asked.map(({ question }) => question));
      asked.forEach(({ resolve, reject }, at) => {
        const answer = answers[at];
        if (answer === undefined) reject(new Error('a question was not answered'));
        else resolve(answer);
      });
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
    underWay -= 1;
    plan();
  };
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      plan();
    });
}
