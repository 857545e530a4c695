/** Which node of the hub holds a shop's sockets. */
export interface Placement {
  /** Where a shop's PCs are to go, without a slash at the end; null where it is this node. */
  findElsewhere(shopId: string): string | null;
  /** The node has been cut off from the others for so long that it can be of no use to anybody. */
  isCutOff(): boolean;
  /** The node is told to stop, and others take over. */
  isLeaving(): boolean;
  /** How many nodes this one knows, itself among them. */
  countNodes(): number;
  /** Tells that shops may have another node now. */
  onMoved(listener: () => void): () => void;
}

/** A hub of one node. */
export const ONE_NODE: Placement = {
  findElsewhere: () => null,
  isCutOff: () => false,
  isLeaving: () => false,
  countNodes: () => 1,
  onMoved: () => () => undefined,
};
