const SHOWN = 4;
const DOTS = '••••';

/** An id with its last four characters, which tell a person which one it is and nobody else. */
export const maskId = (id: string): string => (id.length > SHOWN * 2 ? `${DOTS}${id.slice(-SHOWN)}` : DOTS);

/** `https://corner-oven.example/shop` as `c••••.example`: the kind of address, not whose. */
export function maskAddress(address: string): string {
  if (!URL.canParse(address)) return DOTS;
  const { hostname } = new URL(address);
  if (hostname === 'localhost' || /^127\./.test(hostname)) return 'localhost';
  const ending = hostname.split('.').at(-1) ?? '';
  return /^[a-z]{2,}$/i.test(ending) ? `${hostname.slice(0, 1)}${DOTS}.${ending}` : DOTS;
}
