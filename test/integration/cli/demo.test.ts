import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const DEMO = new URL('../../../src-main/headless/demo.ts', import.meta.url).pathname;

describe('the demonstration', () => {
  it('tells its whole story to a pipe in plain lines, and ends by itself', { timeout: 90_000 }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [DEMO], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).not.toContain('\u001b');
    const scenes = [
      /Relay +Paired/,
      /Till +Ready +Corner Oven Pizzeria, through its own page/,
      /Store +Ready +Corner Oven Online, through its own page/,
      /create in the store +133/,
      /✓ The Hawaiian Pizza +Classic +Small \$10\.50 · Medium \$13\.25 · Large \$16\.50/,
      /133 created/,
      /there is nothing to write/,
      /at \$14\.25 from now on; it was \$13\.25/,
      /price: \$13\.25 -> \$14\.25/,
      /1 updated/,
      /it was changed on the till/,
      /till 14 -> 9, store 14 -> 9\. Both sales count/,
      /Conflict +7" Cookie, price: it was \$6\.95; till \$7\.25, store \$7\.50/,
      /now \$7\.25 on both sides/,
      /After [\d.]+ s in the store: 7" Cookie at 6\.95/,
      /After [\d.]+ s on the till: 7" Cookie at 6\.75/,
      /Placed order \d+ of 2 lines, 57\.25 USD, processing/,
      /\$57\.25, paid; the store has \$57\.25/,
      /Printed after [\d.]+ s, once/,
      /2 x The Hawaiian Pizza - Large/,
      /\+ Thin/,
      /\+ Pepperoni/,
      /3 x 7" Cookie/,
      /Marked order .+ as done in the kitchen/,
      /Store +order \d+ is completed/,
      /npm run -s cli -- practice/,
    ];
    const found = scenes.map((scene) => stdout.search(scene));
    expect(found).not.toContain(-1);
    expect(found, 'in this order').toEqual([...found].sort((left, right) => left - right));
    expect(stdout.match(/✓/g)).toHaveLength(69);
  });
});
