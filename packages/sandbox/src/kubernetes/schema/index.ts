export { loadKubernetesSchema } from './loadKubernetesSchema';
export { KubernetesSchema } from './KubernetesSchema';
export type { ValidationResult } from './KubernetesSchema';
export { SchemaNode } from './SchemaNode';
export type { CustomResourceDefinition } from './custom/CustomResources';
export type {
  ApiResource,
  ApiSubresource,
  FieldError,
  GroupVersionKind,
  JsonObject,
  JsonSchema,
} from './types';
