/** Which sides a plan may write to. */
export type Reach = 'store' | 'till' | 'both';
