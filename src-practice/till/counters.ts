/** What a bench wants to know about its client. */
export interface TillCounters {
  /** Requests let through to a route, by method and pattern: `GET /items/{itemId}`. */
  readonly requests: ReadonlyMap<string, number>;
  /** Requests answered 429. */
  readonly tooMany: number;
  /** The most requests that were there at once, those answered 429 included. */
  readonly maxInFlight: number;
  reset(): void;
}

export interface CounterBook extends TillCounters {
  countRequest(route: string): void;
  countTooMany(): void;
  /** Counts the request as present until the returned function is called. */
  enter(): () => void;
}

/** All counters at zero. */
export function createCounters(): CounterBook {
  const requests = new Map<string, number>();
  let tooMany = 0;
  let inFlight = 0;
  let maxInFlight = 0;
  return {
    requests,
    get tooMany() {
      return tooMany;
    },
    get maxInFlight() {
      return maxInFlight;
    },
    reset: () => {
      requests.clear();
      tooMany = 0;
      maxInFlight = inFlight;
    },
    countRequest: (route) => void requests.set(route, (requests.get(route) ?? 0) + 1),
    countTooMany: () => {
      tooMany += 1;
    },
    enter: () => {
      inFlight += 1;
      maxInFlight = Math.max(maxInFlight, inFlight);
      return () => {
        inFlight -= 1;
      };
    },
  };
}
