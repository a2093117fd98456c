/**
 * Certificates of cert-manager as items of the fleet, with their diagnosis.
 *
 * @packageDocumentation
 */
export { fleetModuleCertificates as default } from './module';
