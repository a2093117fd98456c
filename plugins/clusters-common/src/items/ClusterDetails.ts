import { ClusterNodeGroup } from './ClusterNodeGroup';
import { ClusterTemplateRef } from './ClusterTemplateRef';

/** A registration of a cluster in an Argo CD. @public */
export interface ClusterRegistration {
  /** Fleet name of the hub. */
  hub: string;
  /** Name of the cluster there. */
  name: string;
  /** Name of the Secret. */
  secret: string;
}

/**
 * What the page of clusters shows of one. Times are ISO. What only Magnum knows
 * is absent for registered clusters.
 *
 * @public
 */
export interface ClusterDetails {
  /** For people; not unique among those of Magnum. */
  name: string;
  /** Where it is known from. */
  kind: 'magnum' | 'registered';
  /** Name of the cloud. */
  cloud?: string;
  /** Of Magnum's record. */
  uuid?: string;
  /** Id of the project that it is in. */
  project?: string;
  /** Id of the user who made it and whose credential it works with. */
  creator?: string;
  /** True: its cloud is only shown, nothing may be changed in it from here. */
  watchOnly?: boolean;
  /** Name in the fleet, when the fleet watches it. */
  fleetName?: string;
  /** Whether its API server answers the fleet; absent when it is not watched. */
  reachable?: boolean;
  /** As Magnum says, for example `CREATE_IN_PROGRESS`. */
  phase?: string;
  /** Magnum's words. */
  phaseReason?: string;
  /** Name of the node group to Magnum's words. */
  faults: Record<string, string>;
  /** `HEALTHY`, `UNHEALTHY`, `UNKNOWN`; absent: nobody watches its health. */
  health?: string;
  /** What the health consists of, as Magnum has it. */
  healthReasons: Record<string, string>;
  /** Of Kubernetes, for example `v1.36.2`. */
  version?: string;
  /** ISO time at which upstream support of the version ends. */
  versionEndsAt?: string;
  /** From which it was made. */
  template?: ClusterTemplateRef;
  /** Visible templates of the same kind with a newer version, newest first. */
  newerTemplates: ClusterTemplateRef[];
  /** Control-plane nodes. */
  masterCount?: number;
  /** Worker nodes of the default group. */
  nodeCount?: number;
  /** Flavor of the workers. */
  flavor?: string;
  /** Flavor of the control plane. */
  masterFlavor?: string;
  /** Name of the SSH key of its nodes. */
  keypair?: string;
  /** All of them, the control plane first. */
  nodeGroups: ClusterNodeGroup[];
  /** URL of the API server. */
  server?: string;
  /** How its API server is exposed, as far as Magnum says. */
  exposure?: {
    floatingIp: boolean;
    loadBalancer: boolean;
    /** Label `master_lb_allowed_cidrs`; absent: from everywhere. */
    allowedCidrs?: string;
    /** False: plain HTTP. */
    tls: boolean;
  };
  /** Of Magnum's own quota of the project: how many clusters there may be, and are. */
  quota?: { limit?: number; clusters?: number; nodes?: number };
  /** When it was ordered. */
  createdAt?: string;
  /** Last write to Magnum's record. */
  updatedAt?: string;
  /** Minutes that its creation may take. */
  createTimeout?: number;
  /** Minutes that a creation usually takes in its cloud, by the last ones. */
  usualMinutes?: number;
  /** When Magnum's answer was read. */
  observedAt?: string;
  /** Where Argo CD knows it; absent when no hub can be read. */
  registrations?: ClusterRegistration[];
  /** What it has not yet: `argocd`, `fleet`. */
  lacks: ('argocd' | 'fleet')[];
  /** Entity reference of its Resource, when it was made here. */
  entityRef?: string;
  /** DNS zone of its services. */
  zone?: string;
  /** What environments select it by. */
  stage?: string;
  /** Platform components that were asked for. */
  components: string[];
  /** Labels of Magnum's record. */
  labels: Record<string, string>;
}
