export { nodeCountField } from './nodeCountField';
