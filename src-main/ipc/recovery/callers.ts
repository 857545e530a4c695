import type { Caller } from '../gate.ts';
import type { WindowDesk } from '../window-desk.ts';

export interface Callers {
  admit(name: string): Caller;
  dismiss(caller: Caller): void;
  /** The same caller as the desk knows it; a stranger stays one. */
  at(desk: WindowDesk, caller: Caller): Caller;
}

/** Who was let in, whichever engine is at work: each desk admits them anew. */
export function createCallers(): Callers {
  const known = new Map<Caller, { desk: WindowDesk; inner: Caller } | null>();
  return {
    admit: (name) => {
      const caller = { name };
      known.set(caller, null);
      return caller;
    },
    dismiss: (caller) => {
      const seat = known.get(caller);
      seat?.desk.dismiss(seat.inner);
      known.delete(caller);
    },
    at: (desk, caller) => {
      const seat = known.get(caller);
      if (seat === undefined) return caller;
      if (seat?.desk === desk) return seat.inner;
      const inner = desk.admit(caller.name);
      known.set(caller, { desk, inner });
      return inner;
    },
  };
}
