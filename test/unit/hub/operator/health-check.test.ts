import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../../../src-hub/config.ts';
import { checkHealth } from '../../../../src-hub/operator/health-check.ts';

it('the health of a hub that was started this moment is told as soon as it listens', async () => {
  const server = createServer((_request, answer) => answer.end('well')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  const asked = checkHealth({ ...readConfig({}), port });
  setTimeout(() => server.listen(port, '127.0.0.1'), 400);
  expect(await asked).toEqual(['well']);
});
