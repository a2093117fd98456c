export { serviceRepositoryPickerField } from './field';
