import type { Orders } from '../../../src-main/engine/order-face.ts';
import type { PracticeStore } from '../../../src-practice/store/store.ts';
import type { PracticeTill } from '../../../src-practice/till/till.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import type { Story } from '../story.ts';
import type { TillHistory } from './till-history.ts';

/** What people and oracles of web orders see of a world, whatever else goes on in it. */
export interface OrderScene {
  readonly till: PracticeTill;
  readonly store: PracticeStore;
  readonly history: TillHistory;
  readonly time: VirtualTime;
  readonly story: Story;
  /** Nothing is lost and nobody dies: then nothing may be left to a person either. */
  readonly isFair: boolean;
  /** Nobody edits what is for sale: the till then takes every order as it is. */
  readonly isMenuStill: boolean;
  /** Who prints the one ticket of an order that nobody asks for. */
  readonly printsBy: 'app' | 'till' | 'off';
  /** The app as it lives now. */
  orders(): Orders;
  /** Whether an alert with this key was raised and stands. */
  isTold(key: string): boolean;
}
