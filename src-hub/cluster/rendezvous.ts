import { createHash } from 'node:crypto';

/** One of the machines that carry a hub. */
export interface HubNode {
  readonly id: string;
  /** Where PCs reach it, without a slash at the end. */
  readonly url: string;
}

const weigh = (nodeId: string, shopId: string): number =>
  createHash('sha256').update(`${nodeId}\n${shopId}`).digest().readUIntBE(0, 6);

/**
 * Which node holds a shop's sockets: the one with the greatest weight for it. When a node comes or goes, only its own
 * shops have another one. Null where there is none.
 */
export function chooseNode(nodes: readonly HubNode[], shopId: string): HubNode | null {
  let chosen: HubNode | null = null;
  let greatest = -1;
  for (const node of nodes) {
    const weight = weigh(node.id, shopId);
    if (weight <= greatest) continue;
    greatest = weight;
    chosen = node;
  }
  return chosen;
}
