export { componentsField } from './componentsField';
