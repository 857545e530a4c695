import { onTestFinished } from 'vitest';
import { openSmtpServer, type SmtpOptions, type SmtpServer } from './smtp-server.ts';

/** A mail server, gone when the test is over. */
export async function startSmtpServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const server = await openSmtpServer(options);
  onTestFinished(server.close);
  return server;
}
