/**
 * For thin entries of domain plugins that apps of the old frontend system use.
 *
 * @packageDocumentation
 */
export { LegacyFleet, type LegacyFleetProps } from './legacy/LegacyFleet';
