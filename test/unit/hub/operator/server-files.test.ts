import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../support/source-files.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const find = (path: string, pattern: RegExp): string => pattern.exec(read(path))?.[1] ?? `nothing in ${path}`;

describe('a relay on a server', () => {
  it('H9: is started alike by the unit and by the container', () => {
    const entry = JSON.parse(find('src-hub/Dockerfile', /^ENTRYPOINT (.*)$/m)) as string[];
    const unit = find('resources/hub/tillbridge-hub.service', /^ExecStart=\/usr\/bin\/env (.*)$/m);
    expect(entry.join(' ')).toBe(unit);
    expect(unit).toContain('--max-semi-space-size');
  });

  it('runs on the Node that everything here was tested with', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } };
    expect(find('src-hub/README.md', /nodejs\.org\/dist\/v([\d.]+)\//)).toBe(devDependencies.node);
  });

  it('is behind a proxy that Debian’s own Caddy (2.6) can be: it knows no stream_timeout', () => {
    expect(read('resources/hub/Caddyfile')).toContain('reverse_proxy 127.0.0.1:8787');
    expect(read('resources/hub/Caddyfile')).not.toContain('stream_timeout');
  });
});
