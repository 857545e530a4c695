import type { Sentence } from '../sentence.ts';

/** The way to the till and the store. */
export const NETWORK_SENTENCES = {
  NET_UNREACHABLE: {
    says: 'No connection to {host|the other side}: it is switched off, or the internet is down here.',
    next: 'Check the address and the internet connection, then try again.',
  },
  NET_UNKNOWN_HOST: {
    says: 'No server has the name {host|in this address}, or the internet is down here.',
    next: 'Check the address for a typing mistake.',
  },
  NET_TLS_FAILED: {
    says: 'The connection to {host|the other side} is not safe: its certificate is wrong, expired or not trusted. Nothing was sent.',
    next: 'Check that the clock of this computer is right; if it is, ask the host of the site for a new certificate.',
  },
  NET_TIMED_OUT: {
    says: 'No answer came from {host|the other side} in time.',
    next: 'Try again in a minute; if it stays so, ask the host of the site why it is slow.',
  },
  NET_BROKEN_ANSWER: {
    says: 'The answer of {host|the other side} broke off or could not be read.',
    next: 'Try again in a minute; if it stays so, ask the host of the site.',
  },
  NET_PLAIN_HTTP: {
    says: 'The address[ http://{host}] is not safe: your keys would travel where others can read them. Plain http is for this computer itself only.',
    next: 'Use the address that begins with https:.',
  },
  NET_BAD_URL: {
    says: 'The address[ "{url}"] is not one of a website.',
    next: 'Give it in full, for example https://shop.example.com.',
  },
  NET_PROXY_REFUSED: {
    says: 'A proxy on the way to {host|the other side} refused the connection.',
    next: 'Ask the people who run this network to let Tillbridge through.',
  },
  NET_CAPTIVE_PORTAL: {
    says: 'Something else[ ({location})] answered in place of {host|the other side}: a sign-in page of this network, or the site has moved.',
    next: 'Open the address in a browser: sign in to the network if it asks, or connect with the address where the site is now.',
  },
} as const satisfies Record<string, Sentence>;
