import { SchemaNode } from '../SchemaNode';
import { FieldError, GroupVersionKind, JsonObject } from '../types';
import { checkRequired } from './checkRequired';

/** A built-in object to check, already read and defaulted. */
export interface CheckOptions {
  object: JsonObject;
  /** What an update replaces. */
  old?: JsonObject;
  gvk: GroupVersionKind;
  node: SchemaNode;
}

/** What Kubernetes' own validation finds in a built-in object. */
export function checkBuiltIn(options: CheckOptions): FieldError[] {
  return checkRequired(options.object, options.node);
}
