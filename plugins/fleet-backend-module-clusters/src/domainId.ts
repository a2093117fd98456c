/** Id of this domain. */
export const DOMAIN_ID = 'clusters';
