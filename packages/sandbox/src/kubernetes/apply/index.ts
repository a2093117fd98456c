export { describeConflicts } from './describeConflicts';
export { serverSideApply } from './serverSideApply';
export type {
  FieldConflict,
  ServerSideApplyOptions,
  ServerSideApplyResult,
} from './serverSideApply';
export { updateManagedFields } from './updateManagedFields';
export type { UpdateManagedFieldsOptions } from './updateManagedFields';
export type { FieldPath } from './FieldSet';
