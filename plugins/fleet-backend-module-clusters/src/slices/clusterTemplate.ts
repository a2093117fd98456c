import {
  KubernetesObject,
  textOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { magnumTimeOf } from '../records';
import { flagAt } from './flagAt';

/** What is kept of a cluster template. Times are ISO. */
export interface ClusterTemplateSlice {
  name: string;
  coe?: string;
  /** Which decides about the driver. */
  distro?: string;
  image?: string;
  /** Label of the version. */
  kubeTag?: string;
  externalNetwork?: string;
  hidden: boolean;
  tlsDisabled: boolean;
  updatedAt?: string;
}

/** The slice of a record of kind ClusterTemplate. */
export function projectClusterTemplate(
  object: KubernetesObject,
): ClusterTemplateSlice {
  const body = valueAt(object, 'body');
  return {
    name: textOf(body, 'name') ?? textOf(object, 'metadata', 'name') ?? '',
    coe: textOf(body, 'coe'),
    distro: textOf(body, 'cluster_distro'),
    image: textOf(body, 'image_id'),
    kubeTag: textOf(body, 'labels', 'kube_tag'),
    externalNetwork: textOf(body, 'external_network_id'),
    hidden: flagAt(body, 'hidden') ?? false,
    tlsDisabled: flagAt(body, 'tls_disabled') ?? false,
    updatedAt: magnumTimeOf(body, 'updated_at'),
  };
}
