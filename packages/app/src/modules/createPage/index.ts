export { createPageModule } from './createPageModule';
