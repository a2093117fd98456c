export { repositoryField } from './repositoryField';
