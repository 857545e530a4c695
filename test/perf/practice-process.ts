import { startPractice } from '../../src-practice/practice.ts';

/** What the bench asks its practice process for; it lives until its parent goes. */
export interface PracticeOrder {
  readonly items: number;
  readonly work: 'none' | 'measured';
  readonly latencyMs: number;
}

process.once('message', (order: PracticeOrder) => {
  void startPractice({ menu: 'generated', ...order }).then(({ till, store, facts }) =>
    process.send?.({ till, store, facts }),
  );
});
process.once('disconnect', () => process.exit(0));
