import { KubernetesObject } from '../../client';

/** What a source asks for at a commit. */
export interface Manifests {
  commit: string;
  sourceType: 'Directory' | 'Kustomize';
  objects: KubernetesObject[];
}
