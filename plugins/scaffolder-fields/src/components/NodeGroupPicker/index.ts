export { nodeGroupField } from './nodeGroupField';
