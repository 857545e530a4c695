const CONNECT_WITHIN_MS = 15_000;
const SILENT_FOR_MS = 30_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Mail of the hub: plain text, one connection a mail. */
export interface Mailer {
  /** Null where the server took it, else why not; for the log, without address or text. */
  send(to: string, subject: string, text: string): Promise<string | null>;
}

/** @param smtpUrl `smtps://user:password@host:465`, or `smtp://…` which must offer STARTTLS unless it is this machine */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const isSecure = protocol === 'smtps:';
  const isHere = LOOPBACK.has(hostname);
  const server = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isHere,
    ignoreTLS: !isSecure && isHere,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENT_FOR_MS,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return {
    send: async (to, subject, text) => {
      // Loaded with the first mail: most hubs send none for weeks.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport(server);
      try {
        const headers = { 'Auto-Submitted': 'auto-generated' };
        await transport.sendMail({
          from: { name: 'Tillbridge hub', address: from },
          to,
          subject,
          text,
          headers,
        });
        return null;
      } catch (error) {
        return describeFailure(error);
      } finally {
        transport.close();
      }
    },
  };
}

/** The code and the server's answer number: its words may repeat the address. */
function describeFailure(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}
