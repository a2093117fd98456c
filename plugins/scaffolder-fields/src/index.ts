/**
 * Form fields of Slipway's software templates.
 *
 * @packageDocumentation
 */
export { scaffolderFieldsModule as default } from './module';
