export { cloudField } from './cloudField';
