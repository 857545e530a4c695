import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src-hub/config.ts';
import { writeOptions } from '../../../../src-hub/operator/help.ts';
import { ROOT } from '../../../support/source-files.ts';

describe('the example of the hub’s options', () => {
  const text = readFileSync(join(ROOT, 'resources/hub/hub.env'), 'utf8');

  it('is what "npm run hub -- options" writes: every option with its meaning', () => {
    expect(text).toBe(`${writeOptions()}\n`);
  });

  it('is good as it is, and so are its defaults when they are taken out of the comments', () => {
    expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
    expect(readConfig(parseEnv(text.replace(/^#(?=TILLBRIDGE)/gm, '')))).toEqual(readConfig({}));
  });
});
