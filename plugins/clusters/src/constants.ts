/** Id of the domain, as it is in items and filters. */
export const DOMAIN = 'clusters';
