import type { Answer } from '../../../src-preload/contract/bridge.ts';
import type { Hear } from '../publish.ts';
import type { WindowDesk } from '../window-desk.ts';

export interface Members {
  join(hear: Hear): { leave(): void };
  /** Moves everyone to the events of another engine, and makes them ask for everything anew. */
  moveTo(desk: WindowDesk): Promise<void>;
}

interface Seat {
  readonly hear: Hear;
  seq: number;
  leave: () => void;
}

/** Who hears events, whichever engine they come from. */
export function createMembers(first: WindowDesk): Members {
  const seats = new Set<Seat>();
  let desk = first;
  const sit = (seat: Seat): void => {
    const member = desk.join((event, _seq, value) => {
      seat.seq += 1;
      seat.hear(event, seat.seq, value);
    });
    seat.leave = member.leave;
  };
  return {
    join: (hear) => {
      const seat: Seat = { hear, seq: 0, leave: () => undefined };
      seats.add(seat);
      sit(seat);
      return {
        leave: () => {
          seats.delete(seat);
          seat.leave();
        },
      };
    },
    moveTo: async (next) => {
      desk = next;
      for (const seat of seats) {
        seat.leave();
        sit(seat);
      }
      const status = await askStatus(next);
      if (!status.ok) return;
      for (const seat of seats) {
        // Twice with a number between left out: a window that had heard nothing takes any first number for the first.
        seat.seq += 1;
        seat.hear('status:changed', seat.seq, status.value);
        seat.seq += 2;
        seat.hear('status:changed', seat.seq, status.value);
      }
    },
  };
}

async function askStatus(desk: WindowDesk): Promise<Answer<unknown>> {
  const caller = desk.admit('recovery');
  const answer = await desk.answer(caller, 'status:get', {});
  desk.dismiss(caller);
  return answer;
}
