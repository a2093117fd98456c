import { stringify } from 'yaml';

const ARGOCD_NAMESPACE = 'argocd';

/** YAML as people write it, with a comment of why on top. */
export function renderYaml(comment: string, document: object): string {
  const head = comment
    .split('\n')
    .map(line => `# ${line}\n`)
    .join('');
  // Objects that occur twice are written twice: no anchors.
  return (
    head + stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })
  );
}

/** Puts an object into Argo CD's namespace, as files have to say. */
export function inArgocd<T extends { metadata: object }>(object: T): T {
  return {
    ...object,
    metadata: { ...object.metadata, namespace: ARGOCD_NAMESPACE },
  };
}
