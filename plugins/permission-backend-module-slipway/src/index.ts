/**
 * The permission policy of the platform.
 *
 * @packageDocumentation
 */
export { permissionModuleSlipway as default } from './module';
