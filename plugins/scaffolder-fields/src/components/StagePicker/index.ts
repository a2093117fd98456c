export { stageField } from './stageField';
