import { describe, expect, it } from 'vitest';
import { chooseNode } from '../../../../src-hub/cluster/rendezvous.ts';

const NODES = ['a', 'b', 'c', 'd'].map((id) => ({ id, url: `https://${id}.example.com` }));
const SHOPS = Array.from({ length: 8_000 }, (_, at) => `s_${at}`);
const placeAll = (nodes: typeof NODES): (string | undefined)[] =>
  SHOPS.map((shop) => chooseNode(nodes, shop)?.id);

describe('which node holds a shop', () => {
  it('is spread evenly, and the same whatever the order in which nodes are listed', () => {
    const placed = placeAll(NODES);
    for (const { id } of NODES) {
      const share = placed.filter((chosen) => chosen === id).length / SHOPS.length;
      expect(Math.abs(share - 0.25)).toBeLessThan(0.02);
    }
    expect(placeAll([...NODES].reverse())).toEqual(placed);
  });

  it('changes for the shops of a node that goes, and for no others', () => {
    const before = placeAll(NODES);
    const after = placeAll(NODES.filter(({ id }) => id !== 'b'));
    const isMovedRightly = before.every((id, at) => (id === 'b' ? after[at] !== 'b' : after[at] === id));
    expect(isMovedRightly).toBe(true);
    expect(chooseNode([], 's_1')).toBeNull();
  });
});
