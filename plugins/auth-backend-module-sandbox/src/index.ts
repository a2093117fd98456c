/**
 * Sign-in as one of the seeded people, for the sandbox only.
 *
 * @packageDocumentation
 */
export { authModuleSandbox as default } from './module';
