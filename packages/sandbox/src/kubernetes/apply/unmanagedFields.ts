import { FieldSet } from './FieldSet';

const META = [
  'name',
  'namespace',
  'creationTimestamp',
  'selfLink',
  'uid',
  'clusterName',
  'generation',
  'managedFields',
  'resourceVersion',
];

/** What identifies an object belongs to nobody. */
export const unmanagedFields = FieldSet.fromPaths([
  ['f:apiVersion'],
  ['f:kind'],
  ['f:metadata'],
  ...META.map(name => ['f:metadata', `f:${name}`]),
]);
