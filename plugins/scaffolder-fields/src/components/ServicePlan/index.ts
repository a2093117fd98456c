export { servicePlanField } from './servicePlanField';
