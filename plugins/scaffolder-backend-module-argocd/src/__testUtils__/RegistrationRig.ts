import { inspect } from 'node:util';
import { JsonObject } from '@backstage/types';
import {
  ActionRun,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { ArgocdActionOptions } from '../actions/ArgocdActionOptions';
import { createClusterRegisterAction } from '../actions/clusterRegister';
import { KubernetesObject } from '../hubs';
import { CLUSTER_ID, FakeCloud } from './FakeCloud';
import { FakeCluster } from './FakeCluster';
import { FakeHub } from './FakeHub';
import { testOptions } from './testOptions';

interface Secret extends KubernetesObject {
  data: Record<string, string>;
}

/** What the rig asks for unless told otherwise. */
export const ORDERED = {
  name: 'shop-prod',
  owner: 'group:default/storefront',
  cloud: 'acme',
  clusterId: CLUSTER_ID,
  zone: 'shop.example.org',
  stage: 'prod',
  components: ['cert-manager', 'ingress'],
};

/** A cluster of a cloud, a hub, and the action that registers the one at the other. */
export class RegistrationRig {
  readonly hub: FakeHub;
  readonly cluster: FakeCluster;
  readonly cloud: FakeCloud;
  /** What the task remembers. */
  readonly checkpoints = new Map<string, unknown>();

  static async start(): Promise<RegistrationRig> {
    const [hub, cluster] = await Promise.all([
      FakeHub.start(),
      FakeCluster.start(),
    ]);
    return new RegistrationRig(hub, cluster);
  }

  private constructor(hub: FakeHub, cluster: FakeCluster) {
    this.hub = hub;
    this.cluster = cluster;
    this.cloud = FakeCloud.create(cluster);
  }

  async stop(): Promise<void> {
    await Promise.all([this.hub.stop(), this.cluster.stop()]);
  }

  /** Runs the action, which must not tell any credential. */
  async register(
    changes: JsonObject = {},
    overrides: Partial<ArgocdActionOptions> & { isDryRun?: boolean } = {},
  ): Promise<ActionRun> {
    const { isDryRun, ...options } = overrides;
    const { checkpoints, cloud, hub } = this;
    const action = createClusterRegisterAction(
      testOptions(hub, { ...cloud.access(), ...options }),
    );
    const run = await runAction(
      action,
      { ...ORDERED, ...changes },
      {
        isDryRun,
        checkpoint: async ({ key, fn }) => {
          if (!checkpoints.has(key)) {
            checkpoints.set(key, await fn());
          }
          return checkpoints.get(key) as Awaited<ReturnType<typeof fn>>;
        },
      },
    );
    this.#refuseCredentialsIn(run, [...checkpoints]);
    return run;
  }

  /** What the hub has, as texts. */
  secret(namespace: string, name = 'cluster-shop-prod') {
    const found = this.hub.get<Secret>('Secret', name, namespace);
    const data = Object.entries(found?.data ?? {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]);
    return { ...found?.metadata, data: Object.fromEntries(data) };
  }

  /** A registration that somebody else has written. */
  registered(namespace: string, changes: Record<string, string> = {}): void {
    const {
      clusterId,
      owner,
      secretName = 'by-hand',
      stage,
      zone,
      ...texts
    } = changes;
    const data = Object.entries({
      name: 'shop-prod',
      server: this.cluster.url,
      config: '{"bearerToken":"old"}',
      ...texts,
    }).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
    const type =
      namespace === 'argocd'
        ? 'argocd.argoproj.io/secret-type'
        : 'slipway.dev/secret-type';
    this.hub.put({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: secretName,
        namespace,
        labels: {
          [type]: 'cluster',
          ...(owner && { 'slipway.dev/owner': owner }),
          ...(stage && { 'slipway.dev/stage': stage }),
        },
        annotations: {
          ...(zone && { 'slipway.dev/zone': zone }),
          ...(clusterId && {
            'slipway.dev/cloud': 'acme',
            'slipway.dev/magnum-cluster': clusterId,
          }),
        },
      },
      data: Object.fromEntries(data),
    });
  }

  #refuseCredentialsIn(...told: unknown[]): void {
    const text = inspect(told, { depth: 10, maxStringLength: null });
    const tokens = this.cluster
      .tokens()
      .map(token => Buffer.from(token).toString('base64'));
    if (
      /BEGIN|canary-/.test(text) ||
      tokens.some(each => text.includes(each))
    ) {
      throw new Error('The task tells a credential');
    }
  }
}
