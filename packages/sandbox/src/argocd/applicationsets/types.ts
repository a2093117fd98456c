import { Condition, KubernetesObject } from '../../client';
import { ApplicationSpec, ManagedNamespaceMetadata } from '../types';

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** One entry of `spec.generators`; exactly one field is set. */
export interface Generator {
  list?: { elements?: Params[] };
  clusters?: { selector?: LabelSelector; values?: Record<string, string> };
  git?: {
    repoURL: string;
    revision?: string;
    directories?: { path: string; exclude?: boolean }[];
    files?: { path: string; exclude?: boolean }[];
    values?: Record<string, string>;
  };
  matrix?: { generators: Generator[] };
}

/** What a template is filled with, once for each Application. */
export type Params = { [name: string]: unknown };

/** `argoproj.io/v1alpha1`, `ApplicationSet`. */
export interface ApplicationSet extends KubernetesObject {
  spec: {
    goTemplate?: boolean;
    goTemplateOptions?: string[];
    generators: Generator[];
    template: {
      metadata: ManagedNamespaceMetadata & {
        name?: string;
        namespace?: string;
        finalizers?: string[];
      };
      spec: ApplicationSpec;
    };
    syncPolicy?: {
      preserveResourcesOnDeletion?: boolean;
      applicationsSync?:
        | 'sync'
        | 'create-only'
        | 'create-update'
        | 'create-delete';
    };
  };
  status?: {
    conditions?: Condition[];
    resources?: unknown[];
    resourcesCount?: number;
    health?: { status: string; message?: string };
  };
}
