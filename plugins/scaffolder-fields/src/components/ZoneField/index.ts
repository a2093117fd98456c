export { zoneField } from './zoneField';
