/**
 * The read side of Slipway.
 *
 * @packageDocumentation
 */
export { fleetPlugin as default } from './plugin';
