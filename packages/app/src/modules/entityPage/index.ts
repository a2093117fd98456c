export { docsTabModule } from './docsTabModule';
export { entityPageModule } from './entityPageModule';
