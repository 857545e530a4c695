/** What a practice service sends out by itself: webhooks, and keys to a callback. */
export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** After it the receiver counts as not answering. */
  readonly timeoutMs: number;
}

/** The receiver's status, or undefined where nobody answered. */
export type OutgoingAnswer = { readonly status: number } | undefined;

/** The way out, injected: it never rejects, a dead receiver is an answer like any other. */
export interface Outgoing {
  post(post: OutgoingPost): Promise<OutgoingAnswer>;
  /** Ends what is under way; everything later answers undefined. */
  close(): void;
}

/** Posts over real HTTP; redirects are not followed, bodies of answers are thrown away. */
export function createFetchOutgoing(): Outgoing {
  const closing = new AbortController();
  return {
    post: async ({ url, headers, body, timeoutMs }) => {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers,
          body,
          redirect: 'manual',
          signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]),
        });
        await response.body?.cancel();
        return { status: response.status };
      } catch (error) {
        // Refused, reset, timed out or closed: to the sender all of it is a receiver that does not answer.
        return error instanceof Error || error instanceof DOMException ? undefined : Promise.reject(error);
      }
    },
    close: () => closing.abort(),
  };
}

/** True for the addresses of this machine itself, where the practice services and their callers live. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
