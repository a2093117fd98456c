export { clusterTemplateField } from './clusterTemplateField';
