import {
  toClusterMarkLabels,
  ClusterMarks,
} from '@slipway/backstage-plugin-clusters-common';
import {
  Cloud,
  MagnumCluster,
  OpenStackError,
} from '@slipway/backstage-plugin-openstack-node';
import { CloudAccess } from '../clusters';
import { FakeCluster } from './FakeCluster';

export const CLUSTER_ID = '6b1f0b5c-6a7a-4a0e-9d0e-0d4f5b3f7c11';

const MARKS: ClusterMarks = {
  entityRef: 'resource:default/shop-prod',
  cloud: 'acme',
  project: 'p1',
  owner: 'storefront',
  components: [],
};

/** A cloud whose Magnum keeps one cluster. */
export class FakeCloud {
  watchOnly = false;
  /** It does not know the cluster any more. */
  gone = false;
  cluster: MagnumCluster;
  readonly #cluster: FakeCluster;

  static create(cluster: FakeCluster): FakeCloud {
    return new FakeCloud(cluster);
  }

  private constructor(cluster: FakeCluster) {
    this.#cluster = cluster;
    this.cluster = {
      uuid: CLUSTER_ID,
      name: 'shop-prod',
      cluster_template_id: 't1',
      status: 'CREATE_COMPLETE',
      node_count: 1,
      master_count: 1,
      api_address: cluster.url,
      labels: toClusterMarkLabels(MARKS),
    };
  }

  access(): CloudAccess {
    return {
      clouds: { get: () => this.#cloud() },
      createAdmin: async (_cloud, { api_address: server }) => {
        const { authority } = this.#cluster;
        const { cert, key } = await authority.issueAdmin();
        return {
          server: server ?? '',
          caPem: authority.pem,
          certPem: cert,
          keyPem: key,
        };
      },
    };
  }

  #cloud(): Cloud {
    const { authority } = this.#cluster;
    const magnum = {
      getCluster: async (id: string) => {
        if (this.gone || id !== this.cluster.uuid) {
          throw notFound();
        }
        return this.cluster;
      },
      signCertificate: async (_id: string, csr: string) => authority.sign(csr),
      getCertificateAuthority: async () => authority.pem,
    };
    // Magnum's client is a class of which only this is needed.
    return {
      name: 'acme',
      watchOnly: this.watchOnly,
      magnum,
    } as unknown as Cloud;
  }
}

function notFound(): OpenStackError {
  return new OpenStackError({
    cloud: 'acme',
    service: 'magnum',
    request: `GET /v1/clusters/${CLUSTER_ID}`,
    status: 404,
    reason: 'Cluster could not be found.',
  });
}
