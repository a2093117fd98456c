export { lunrModule as default } from './lunrModule';
