export { flavorField } from './flavorField';
