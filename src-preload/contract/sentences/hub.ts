import type { Sentence } from '../sentence.ts';

/** The relay that wakes this PC, and who may write where several PCs are paired. */
export const HUB_SENTENCES = {
  HUB_NOT_CONNECTED: {
    says: 'No relay is connected.',
    next: 'Connect one in Settings with its address and a pairing code, or go on without: both sides are then looked at every few seconds.',
  },
  HUB_NOT_A_HUB: {
    says: 'What answers at {host|this address} is not a Tillbridge relay.',
    next: 'Check the address with whoever runs the relay.',
  },
  HUB_REFUSED: {
    says: 'The relay refused this[: {message}].',
    next: 'Follow what it says; if that does not help, ask whoever runs the relay.',
  },
  HUB_TOKEN_REFUSED: {
    says: 'The relay at {host|its address} no longer knows this PC: its pairing was removed.',
    next: 'Pair this PC again with a new code. Everything goes on meanwhile, a little slower.',
  },
  HUB_LIMITED: {
    says: 'The relay at {host|its address} asks for fewer calls for a moment.',
    next: 'Nothing to do: Tillbridge waits and tries again by itself.',
  },
  HUB_FAILING: {
    says: 'The relay at {host|its address} has trouble of its own.',
    next: 'Nothing to do: both sides are looked at directly until it is well again.',
  },
  HUB_SILENT: {
    says: 'The relay at {host|its address} has said nothing for too long.',
    next: 'Nothing to do: Tillbridge connects again by itself and looks at both sides directly meanwhile.',
  },
  HUB_LOST: {
    says: 'The connection to the relay at {host|its address} is lost.',
    next: 'Nothing to do: Tillbridge connects again by itself.',
  },
  HUB_REPLACED: {
    says: 'Another program with this PC’s pairing has connected to the relay.',
    next: 'Pair each PC with a code of its own, and run Tillbridge once on each.',
  },
  HUB_KEYS_UNREADABLE: {
    says: 'The keys that the store handed over cannot be opened here.',
    next: 'Begin the approval again from this window.',
  },
  HUB_APPROVAL_DENIED: {
    says: 'The store did not hand over its keys: the approval was refused or took too long.',
    next: 'Begin again and press Approve in the store, or give key and secret by hand.',
  },
  HUB_NO_CODE: {
    says: 'A pairing code is needed.',
    next: 'Get one from whoever runs the relay, or from another paired PC under Settings, Connections.',
  },
  LEASE_ELSEWHERE: {
    says: 'The PC[ "{holder}"] keeps this shop in step at present; this one only watches.',
    next: 'Nothing to do: this PC takes over by itself when that one is gone. To work here, close Tillbridge there.',
  },
  LEASE_UNCERTAIN: {
    says: 'The relay is away and another PC is paired for this shop, so this one writes nothing until it is sure to be alone.',
    next: 'Wait for the relay, or say in Settings, Connections that only this PC is in use.',
  },
} as const satisfies Record<string, Sentence>;
