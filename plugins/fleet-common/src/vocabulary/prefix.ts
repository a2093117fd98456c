/** Prefix of the suite's own labels and annotations. @public */
export const SLIPWAY_PREFIX = 'slipway.dev';
