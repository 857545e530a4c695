/** The operator's Clover app of a hub in a process of its own. */
export const HUB_APP = { appId: 'BENCHAPP00000', authCode: '00000000-1111-2222-3333-444444444444' };
