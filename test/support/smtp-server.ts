import { once } from 'node:events';
import { type AddressInfo, createServer as createPlainServer, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';
import { SELF_SIGNED } from '../unit/connectors/fixtures/self-signed.ts';

export interface SmtpOptions {
  readonly security?: 'none' | 'starttls' | 'tls';
  readonly login?: { readonly user: string; readonly password: string };
  /** Answers in place of the usual one, by the beginning of a command; `{line}` is what was sent. */
  readonly replies?: Readonly<Record<string, string>>;
  /** Takes connections and says nothing. */
  readonly isSilent?: boolean;
}

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came, decoded from quoted-printable. */
  readonly text: string;
  readonly subject: string;
  readonly isSecure: boolean;
  readonly user: string | null;
}

export interface SmtpServer {
  readonly port: number;
  readonly mails: readonly TakenMail[];
  /** Every command, over all connections. */
  readonly commands: readonly string[];
  readonly replies: Record<string, string>;
  close(): Promise<void>;
}

/** A mail server of the test's own on loopback (RFC 5321, 3207, 4954), until it is closed. */
export async function openSmtpServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const mails: TakenMail[] = [];
  const commands: string[] = [];
  const replies: Record<string, string> = { ...options.replies };
  const sockets = new Set<Socket>();
  const greet = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (!options.isSilent)
      talk(socket, { options, replies, mails, commands, isSecure: options.security === 'tls' });
  };
  const server = options.security === 'tls' ? createTlsServer(SELF_SIGNED, greet) : createPlainServer(greet);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, mails, commands, replies, close };
}

interface Talk {
  readonly options: SmtpOptions;
  readonly replies: Readonly<Record<string, string>>;
  readonly mails: TakenMail[];
  readonly commands: string[];
  readonly isSecure: boolean;
}

function talk(socket: Socket, context: Talk): void {
  const { options, mails, commands, isSecure } = context;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  let heard = '';
  let from = '';
  let to: string[] = [];
  let user: string | null = null;
  let data: string[] | null = null;

  const answer: Readonly<Record<string, (line: string) => void>> = {
    ehlo: () => {
      say('250-practice');
      if (options.security === 'starttls' && !isSecure) say('250-STARTTLS');
      if (options.login) say('250-AUTH PLAIN');
      say('250 8BITMIME');
    },
    starttls: () => {
      if (options.security !== 'starttls') {
        say('502 what?');
        return;
      }
      say('220 go on');
      socket.removeAllListeners('data');
      const secureContext = createSecureContext(SELF_SIGNED);
      const secure = new TLSSocket(socket, { isServer: true, secureContext });
      secure.on('error', () => secure.destroy());
      talk(secure, { ...context, isSecure: true });
    },
    auth: (line) => {
      const [, name = '', password = ''] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0');
      const isRight = name === options.login?.user && password === options.login.password;
      if (isRight) user = name;
      say(isRight ? '235 welcome' : '535 5.7.8 wrong');
    },
    mail: (line) => {
      from = readAddress(line);
      if (options.login && user === null) say('530 5.7.0 Authentication required');
      else say('250 ok');
    },
    rcpt: (line) => {
      to.push(readAddress(line));
      say('250 ok');
    },
    data: () => {
      data = [];
      say('354 go on');
    },
    quit: () => {
      say('221 bye');
      socket.end();
    },
    rset: () => say('250 ok'),
  };
  const take = (lines: readonly string[]): void => {
    mails.push({ from, to, ...readMail(lines.join('\n')), isSecure, user });
    data = null;
    to = [];
    say(context.replies['.'] ?? '250 taken');
  };
  const hearCommand = (line: string): void => {
    commands.push(line);
    const refusal = Object.entries(context.replies).find(([start]) => line.startsWith(start))?.[1];
    const verb = line.split(' ')[0] ?? '';
    if (refusal !== undefined) say(refusal.replace('{line}', line));
    else (answer[verb.toLowerCase()] ?? (() => say('502 what?')))(line);
  };
  const hearLine = (line: string): void => {
    if (data === null) hearCommand(line);
    else if (line === '.') take(data);
    else data.push(line);
  };
  socket.on('data', (chunk) => {
    heard += String(chunk);
    const lines = heard.split('\r\n');
    heard = lines.pop() ?? '';
    for (const line of lines) hearLine(line);
  });
  if (!(socket instanceof TLSSocket) || options.security === 'tls') say('220 practice');
}

const readAddress = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

function readMail(raw: string): { text: string; subject: string } {
  const text = raw
    .replace(/=\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
  const subject = /^Subject: (.*(?:\n[ \t].*)*)/m.exec(text)?.[1] ?? '';
  return { text, subject: subject.replace(/\n[ \t]/g, ' ') };
}
