import { describe, expect, it } from 'vitest';
import { createSmtpMail } from '../../../src-main/connectors/mail/smtp-mail.ts';
import type { MailAccess, MailMessage } from '../../../src-main/engine/ports.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { SmtpOptions } from '../../support/smtp-server.ts';
import { startSmtpServer } from '../../support/start-smtp-server.ts';
import { SELF_SIGNED } from './fixtures/self-signed.ts';

const LOGIN = { user: 'shop@example.com', password: 'open sesame 4711' };
const MESSAGE: MailMessage = {
  from: 'shop@example.com',
  to: ['boss@example.com'],
  subject: '12 products were refused',
  text: 'Look at Import.\n',
  html: '<p>Look at Import.</p>',
  isUrgent: false,
};

async function send(
  options: SmtpOptions,
  access: Partial<MailAccess> = {},
  message: Partial<MailMessage> = {},
  signal = new AbortController().signal,
) {
  const server = await startSmtpServer(options);
  const mail = createSmtpMail({ trusted: [SELF_SIGNED.cert] });
  const security = options.security ?? 'none';
  const given = { host: '127.0.0.1', port: server.port, security, login: options.login ?? null, ...access };
  const failure = await mail.send(given, { ...MESSAGE, ...message }, signal);
  const said = failure === null ? null : JSON.stringify([failure, describeFailure(failure)]);
  return { server, failure, said };
}

describe('a mail', () => {
  it.each(['tls', 'starttls'] as const)('goes out over %s, signed in', async (security) => {
    const { server, failure } = await send({ security, login: LOGIN });
    expect(failure).toBeNull();
    expect(server.mails).toMatchObject([
      { from: 'shop@example.com', to: ['boss@example.com'], isSecure: true, user: LOGIN.user },
    ]);
    const [mail] = server.mails;
    expect(mail?.subject).toBe('12 products were refused');
    expect(mail?.text).toContain('From: Tillbridge <shop@example.com>');
    expect(mail?.text).toContain('Auto-Submitted: auto-generated');
    expect(mail?.text).toContain('<p>Look at Import.</p>');
  });

  it('goes out unencrypted to this computer only', async () => {
    const { failure, server } = await send({});
    expect([failure, server.mails.length]).toEqual([null, 1]);
    const away = await send({}, { host: 'mail.example.com' });
    expect(away.failure).toMatchObject({ code: 'MAIL_NOT_SAFE', facts: { host: 'mail.example.com' } });
    expect(away.server.commands).toEqual([]);
  });

  it('cannot be given another receiver by a line break', async () => {
    const subject = 'Hello\r\nBcc: thief@example.com';
    const { server } = await send({}, {}, { subject });
    expect(server.commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(1);
    expect(server.mails[0]?.text).not.toMatch(/^Bcc:/m);
  });
});

describe('a mail that is refused says why', () => {
  it('a wrong password', async () => {
    const { failure } = await send({ login: LOGIN }, { login: { ...LOGIN, password: 'wrong' } });
    expect(failure?.code).toBe('MAIL_LOGIN_REFUSED');
  });

  it('a server that wants a login', async () => {
    const { failure } = await send({ login: LOGIN }, { login: null });
    expect(failure?.code).toBe('MAIL_LOGIN_REFUSED');
  });

  it('a server whose name is wrong', async () => {
    const { failure } = await send({}, { host: 'smtp.nowhere.invalid', security: 'starttls' });
    expect(failure?.code).toBe('MAIL_UNKNOWN_HOST');
  });

  it('a port where nobody listens', async () => {
    const server = await startSmtpServer();
    await server.close();
    const { failure } = await send({}, { port: server.port });
    expect(failure).toMatchObject({
      code: 'MAIL_UNREACHABLE',
      facts: { host: `127.0.0.1:${server.port}` },
    });
  });

  it('a certificate that nobody has signed, before anything is sent', async () => {
    for (const security of ['tls', 'starttls'] as const) {
      const server = await startSmtpServer({ security, login: LOGIN });
      const access = { host: '127.0.0.1', port: server.port, security, login: LOGIN };
      const failure = await createSmtpMail().send(access, MESSAGE, new AbortController().signal);
      expect([security, failure?.code]).toEqual([security, 'MAIL_TLS_FAILED']);
      expect(server.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
    }
  });

  it('TLS on a port that speaks none', async () => {
    const { failure } = await send({}, { security: 'tls' });
    expect(failure?.code).toBe('MAIL_TLS_FAILED');
  });

  it('a server without STARTTLS gets neither password nor mail', async () => {
    const { failure, server } = await send({ login: LOGIN }, { security: 'starttls' });
    expect(failure?.code).toBe('MAIL_NO_TLS');
    expect(server.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
  });

  it('an address, and whose it is', async () => {
    const receiver = await send({ replies: { RCPT: '550 5.1.1 no such person' } });
    expect(receiver.failure?.code).toBe('MAIL_ADDRESS_REFUSED');
    expect(receiver.said).toContain('refused the address boss@example.com: ');
    expect(receiver.said).toContain('no such person');
    const sender = await send({ replies: { MAIL: '553 not yours' } });
    expect(sender.failure?.code).toBe('MAIL_ADDRESS_REFUSED');
    expect(sender.said).toContain('the sender’s address');
  });

  it('a mail that is not wanted, or not now', async () => {
    const { failure, said } = await send({ replies: { '.': '554 looks like spam' } });
    expect(failure?.code).toBe('MAIL_REFUSED');
    expect(said).toContain('looks like spam');
    expect((await send({ replies: { RCPT: '451 later' } })).failure?.code).toBe('MAIL_REFUSED');
    expect((await send({ login: LOGIN, replies: { AUTH: '454 later' } })).failure?.code).toBe('MAIL_REFUSED');
  });

  it('a program that closes does not wait for a silent server', async () => {
    const controller = new AbortController();
    const sending = send({ isSilent: true }, {}, {}, controller.signal);
    await new Promise((resolve) => void setTimeout(resolve, 50));
    controller.abort();
    expect((await sending).failure?.code).toBe('MAIL_STOPPED');
  });
});

it('no failure holds the password, even where the server repeats it', async () => {
  const encoded = Buffer.from(`\0${LOGIN.user}\0${LOGIN.password}`).toString('base64');
  for (const reply of ['535 {line}', '454 {line}', `454 ${LOGIN.password}`]) {
    const { said } = await send({ login: LOGIN, replies: { AUTH: reply } });
    expect(said).not.toBeNull();
    expect(said).not.toContain(LOGIN.password);
    expect(said).not.toContain(encoded.slice(0, 12));
  }
});
