import { KubernetesApiError, resources, timestamp } from '../../client';
import { NodeObject } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { NodePlan } from './NodePlan';
import { nodeLabels, nodeObject, nodeTaints } from './nodeSpec';
import { nodeStatus, OS_IMAGE } from './nodeStatus';

const HEARTBEAT_MS = 60_000;

export interface NodesOptions {
  context: WorkloadContext;
  plans: NodePlan[];
  /** Kubernetes version of the kubelets. */
  version: string;
}

/** What changes of the nodes of a cluster. */
export interface NodeShape {
  nodes?: NodePlan[];
  version?: string;
}

/** The nodes that this machine plays, registered and kept Ready. */
export class Nodes {
  readonly #context: WorkloadContext;
  #plans: NodePlan[];
  #version: string;

  static async start(options: NodesOptions): Promise<Nodes> {
    const nodes = new Nodes(options);
    await nodes.#apply();
    nodes.#keepBeating();
    return nodes;
  }

  private constructor({ context, plans, version }: NodesOptions) {
    this.#context = context;
    this.#plans = plans;
    this.#version = version;
  }

  /** Whether a node is played here. */
  has(name: string | undefined): boolean {
    return this.#plans.some(plan => plan.name === name);
  }

  /** Adds and removes nodes; pods of those that go are deleted. */
  async reshape({ nodes, version }: NodeShape): Promise<void> {
    this.#plans = nodes ?? this.#plans;
    this.#version = version ?? this.#version;
    await this.#apply();
  }

  async #apply() {
    const { client } = this.#context;
    await Promise.all(this.#plans.map(plan => this.#ensure(plan)));
    const { items } = await client.list<NodeObject>(resources.nodes);
    const gone = items.filter(
      ({ metadata, status }) =>
        !this.has(metadata.name) && status?.nodeInfo?.osImage === OS_IMAGE,
    );
    await Promise.all(gone.map(({ metadata }) => this.#remove(metadata.name)));
  }

  async #ensure(plan: NodePlan) {
    const { client } = this.#context;
    const node = await client.get<NodeObject>(resources.nodes, plan.name);
    if (!node) {
      await client.create(resources.nodes, nodeObject(plan));
    } else {
      const taints = nodeTaints(plan);
      await client.patch(resources.nodes, plan.name, {
        metadata: { labels: nodeLabels(plan) },
        ...(taints.length ? { spec: { taints } } : {}),
      });
    }
    await this.#beat(plan.name);
  }

  async #remove(name: string) {
    const { client } = this.#context;
    await client.delete(resources.nodes, name);
    const { items } = await client.list(resources.pods, {
      fieldSelector: `spec.nodeName=${name}`,
    });
    await Promise.all(
      items.map(({ metadata }) =>
        client.delete(resources.pods, metadata.name, {
          namespace: metadata.namespace,
        }),
      ),
    );
  }

  async #beat(name: string) {
    const { client, now } = this.#context;
    const node = await client.get<NodeObject>(resources.nodes, name);
    // Deleted by somebody: it registers anew with the next start.
    if (node) {
      const version = this.#version;
      const status = nodeStatus(node, { version, at: timestamp(now()) });
      await client.patch(
        resources.nodes,
        name,
        { status },
        { subresource: 'status' },
      );
    }
  }

  #keepBeating() {
    const { client, log, signal } = this.#context;
    const beatAll = () =>
      this.#plans.forEach(({ name }) =>
        this.#beat(name).catch(error => {
          // A stalled or stopped API server is not news; it beats again later.
          if (error instanceof KubernetesApiError) {
            log(`${client.name}: node ${name}: ${error.message}`);
          }
        }),
      );
    const timer = setInterval(beatAll, HEARTBEAT_MS);
    timer.unref();
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
