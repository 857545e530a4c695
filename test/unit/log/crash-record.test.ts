import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFailure, FailureError } from '../../../src-main/domain/failure.ts';
import { CRASH_FILE, openCrashFile } from '../../../src-main/log/crash-file.ts';
import { describeCrash, recordCrash } from '../../../src-main/log/crash-record.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const AT = { where: 'engine', atMs: 5, version: '1.0.0' };
const PRIVATE = ['Ada Lovelace', 'ada@example.com', '+1 212 555 0100', 'sk_live_4242424242424242', 'Quattro'];

describe('the record of a crash', () => {
  it('says class, code and place, and nothing of what was worked on', () => {
    for (const secret of PRIVATE) {
      const thrown = Object.assign(new TypeError(`cannot read ${secret}\n    at ${secret} (${secret}:1:1)`), {
        code: 'ENOSPC',
        customer: secret,
      });
      const crash = recordCrash(thrown, AT);
      expect(crash).toMatchObject({ error: 'TypeError', code: 'ENOSPC', where: 'engine', version: '1.0.0' });
      expect(crash.frames.length).toBeGreaterThan(0);
      expect(JSON.stringify(crash)).not.toContain(secret);
      expect(describeCrash(crash)).toMatch(/^TypeError ENOSPC at /);
    }
  });

  it('names places in the program’s own files, and no folder of the computer', () => {
    const error = new Error('x');
    error.stack = [
      'Error: x',
      '    at applyRow (file:///home/ada/Tillbridge/src-main/engine/run-pool.ts:40:7)',
      '    at async C:\\Users\\Ada\\Tillbridge\\out\\main\\index.cjs:12:3',
      '    at /home/ada/secret.js:1:2',
    ].join('\n');
    const { frames } = recordCrash(error, AT);
    expect(frames[0]).toBe('applyRow (src-main/engine/run-pool.ts:40)');
    expect(frames.at(-1)).toBe('elsewhere:1');
    expect(frames.join(' ')).not.toMatch(/ada/i);
  });

  it.each([undefined, null, 'Ada Lovelace', 7, { name: 'Ada Lovelace' }])(
    'is made of whatever is thrown: %s',
    (thrown) => {
      expect(JSON.stringify(recordCrash(thrown, AT))).not.toContain('Ada');
    },
  );

  it('of a failure bears its code and none of its facts', () => {
    const crash = recordCrash(new FailureError(createFailure('DATA_DAMAGED', { file: '/home/ada' })), AT);
    expect(crash.code).toBe('DATA_DAMAGED');
    expect(JSON.stringify(crash)).not.toContain('ada');
  });
});

describe('the file of crashes', () => {
  it('keeps the newest twenty, for their owner alone', () => {
    const folder = makeTemporaryFolder();
    const file = openCrashFile(folder);
    for (let at = 1; at <= 25; at += 1) file.add(recordCrash(new Error('x'), { ...AT, atMs: at }));
    const kept = openCrashFile(folder).read();
    expect(kept).toHaveLength(20);
    expect(kept[0]?.atMs).toBe(25);
    expect(statSync(join(folder, CRASH_FILE)).mode & 0o777).toBe(0o600);
  });

  it('that a power cut has halved holds none, and takes new ones', () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, CRASH_FILE), '[{"atMs":');
    const file = openCrashFile(folder);
    expect(file.read()).toEqual([]);
    file.add(recordCrash(new Error('x'), AT));
    expect(JSON.parse(readFileSync(join(folder, CRASH_FILE), 'utf8'))).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('stops nobody where the folder takes nothing', () => {
    const folder = makeTemporaryFolder();
    chmodSync(folder, 0o500);
    const file = openCrashFile(folder);
    file.add(recordCrash(new Error('x'), AT));
    expect(file.read()).toHaveLength(1);
    chmodSync(folder, 0o700);
  });
});
