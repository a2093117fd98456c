/** What Magnum believes its address to be, behind its proxy: nobody reaches it there. */
const OWN_ADDRESS = 'http://magnum-api.internal:9511';

/** The two links that every object has. */
export function linksOf(path: string) {
  return [
    { href: `${OWN_ADDRESS}/v1/${path}`, rel: 'self' },
    { href: `${OWN_ADDRESS}/${path}`, rel: 'bookmark' },
  ];
}

/** An address below `/v1`. */
export function addressOf(pathAndQuery: string): string {
  return `${OWN_ADDRESS}/v1/${pathAndQuery}`;
}
