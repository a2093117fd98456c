/**
 * Clusters of Magnum and registered ones as items of the fleet, with their
 * diagnosis.
 *
 * @packageDocumentation
 */
export { fleetModuleClusters as default } from './module';
