/**
 * Names one object, or thing outside Kubernetes, that proves something.
 *
 * @public
 */
export interface ObjectRef {
  /** Name of the cluster or cloud in which it is; `github` or `dns` outside. */
  scope: string;
  /** `Challenge`, `Cluster`, `Zone` … */
  kind: string;
  /** Empty where there is none. */
  namespace: string;
  /** All that follows; may hold slashes. */
  name: string;
}

/** `Kind/namespace/name`, as evidence is printed. @public */
export function formatEvidence(ref: ObjectRef): string {
  return `${ref.kind}/${ref.namespace}/${ref.name}`;
}

/** `scope/Kind/namespace/name`, as roots are written. @public */
export function formatRoot(ref: ObjectRef): string {
  return `${ref.scope}/${formatEvidence(ref)}`;
}

/** The parts of a root as {@link formatRoot} writes it. @public */
export function parseRoot(root: string): ObjectRef {
  const [scope = '', kind = '', namespace = '', ...name] = root.split('/');
  return { scope, kind, namespace, name: name.join('/') };
}
