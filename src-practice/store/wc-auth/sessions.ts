import { createHmac, randomBytes } from 'node:crypto';

const COOKIE = 'wordpress_logged_in_practice';
/** Logged in at once; one more logs the oldest out. */
const MAX_SESSIONS = 100;

/** Who is logged in to wp-admin, by cookie. */
export interface Sessions {
  /** Logs in and returns the `Set-Cookie` of it. */
  open(): string;
  /** The session of a `Cookie` header. */
  find(cookies: string | undefined): string | undefined;
  /** What only a page of this session can know. */
  writeNonce(session: string): string;
}

/** Nobody is logged in. */
export function createSessions(): Sessions {
  const sessions = new Set<string>();
  const secret = randomBytes(16);
  return {
    open: () => {
      const session = randomBytes(16).toString('hex');
      sessions.add(session);
      const [oldest] = sessions;
      if (sessions.size > MAX_SESSIONS && oldest !== undefined) sessions.delete(oldest);
      return `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax`;
    },
    find: (cookies = '') => {
      const session = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`).exec(cookies)?.[1];
      return session !== undefined && sessions.has(session) ? session : undefined;
    },
    writeNonce: (session) => createHmac('sha256', secret).update(session).digest('hex').slice(0, 10),
  };
}
