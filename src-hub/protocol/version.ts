/** The major version stands in every path; within it, frames and fields are only ever added, and unknown ones ignored. */
export const PROTOCOL_VERSION = 1;
export const PATHS = {
  relay: '/v1/relay',
  pair: '/v1/pair',
  device: '/v1/device',
  invitations: '/v1/invitations',
  shop: '/v1/shop',
  wooHook: '/v1/hooks/woo',
  cloverHook: '/v1/hooks/clover',
  cloverCode: '/v1/clover/code',
  wcAuth: '/v1/wc-auth',
  wcAuthCallback: '/v1/wc-auth/callback',
  wcAuthReturn: '/v1/wc-auth/return',
  heartbeat: '/v1/heartbeat',
  reports: '/v1/reports',
  held: '/v1/held',
  oauthBounce: '/oauth',
  health: '/health',
  metrics: '/metrics',
} as const;
