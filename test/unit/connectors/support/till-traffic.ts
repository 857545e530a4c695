import type { WireRequest, WireResponse, WireService } from '../../../../src-practice/wire.ts';
import { createFetchError } from './transports.ts';

type Meddle = (request: WireRequest, serve: () => Promise<WireResponse>) => Promise<WireResponse> | undefined;

/** What passes between a client and a till, and somebody who may stand between them. */
export interface Traffic {
  /** `POST /items/...`, below the merchant, decoded, in order. */
  readonly calls: string[];
  /** The most writes that were on their way at once. */
  mostWrites: number;
  /** Answers in the till's place, or loses what it answers; undefined lets the call through. */
  meddle: Meddle;
  readonly wrap: (till: WireService) => WireService;
}

export function watchTraffic(): Traffic {
  let writes = 0;
  const traffic: Traffic = {
    calls: [],
    mostWrites: 0,
    meddle: () => undefined,
    wrap: (till) => ({
      handle: async (request) => {
        const isWrite = request.method !== 'GET';
        traffic.calls.push(nameCall(request));
        if (isWrite) writes += 1;
        traffic.mostWrites = Math.max(traffic.mostWrites, writes);
        try {
          const serve = () => till.handle(request);
          return await (traffic.meddle(request, serve) ?? serve());
        } finally {
          if (isWrite) writes -= 1;
        }
      },
    }),
  };
  return traffic;
}

/** `GET /items?limit=1`, below the merchant and decoded. */
export const nameCall = ({ method, url }: WireRequest): string =>
  `${method} ${decodeURIComponent(url).replace(/^\/v3\/merchants\/\w+/, '')}`;

/** The till has done it, and its answer never comes. */
export async function loseAnswer(serve: () => Promise<WireResponse>): Promise<never> {
  await serve();
  throw createFetchError('ECONNRESET');
}

export const refuseWith = async (status: number, message: string): Promise<WireResponse> => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ message }),
});
