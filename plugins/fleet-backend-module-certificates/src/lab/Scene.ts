import { randomBytes } from 'node:crypto';
import { waitUntil } from '@slipway/backstage-plugin-fleet-node';
import { deactivateAccount } from './deactivateAccount';
import { LabCluster } from './LabCluster';
import { LabFacts, readLabFacts } from './readLabFacts';
import { LabObject } from './LabObject';

const KINDS: Record<string, { group: string; plural: string }> = {
  Certificate: { group: 'cert-manager.io', plural: 'certificates' },
  CertificateRequest: {
    group: 'cert-manager.io',
    plural: 'certificaterequests',
  },
  Issuer: { group: 'cert-manager.io', plural: 'issuers' },
  Order: { group: 'acme.cert-manager.io', plural: 'orders' },
  Challenge: { group: 'acme.cert-manager.io', plural: 'challenges' },
  Event: { group: '', plural: 'events' },
  Secret: { group: '', plural: 'secrets' },
};

/** What an ACME Issuer of a test is made of. */
export interface AcmeIssuerOptions {
  /** Name of the Secret with the key for DNS changes. @default tsig */
  tsigSecret?: string;
  /** @default that of the lab */
  server?: string;
  /** Zones that its solver is for. @default all */
  zones?: string[];
}

/** A namespace of its own on the real cert-manager, gone at the end. */
export class Scene {
  readonly cluster: LabCluster;
  readonly namespace = `certificates-${randomBytes(3).toString('hex')}`;
  readonly #facts: LabFacts;

  static async begin(): Promise<Scene> {
    const facts = readLabFacts();
    if (!facts) {
      throw new Error('The lab does not run: npm run lab -- up');
    }
    const scene = new Scene(facts);
    await scene.cluster.ask('POST', '/api/v1/namespaces', {
      body: { metadata: { name: scene.namespace } },
    });
    return scene;
  }

  private constructor(facts: LabFacts) {
    this.#facts = facts;
    this.cluster = LabCluster.open(facts.cluster);
  }

  async end(): Promise<void> {
    const path = `/api/v1/namespaces/${this.namespace}`;
    await this.cluster.ask('DELETE', path);
    await waitUntil({
      look: async () => {
        await this.#releaseChallenges();
        const { status } = await this.cluster.request({
          method: 'GET',
          path,
          signal: AbortSignal.timeout(30_000),
        });
        return status === 404 ? { result: true } : { progress: 'ending' };
      },
      timeoutMs: 60_000,
      log: () => {},
    });
    this.cluster.close();
  }

  /** Challenges whose record cannot be removed would stay, and the namespace. */
  async #releaseChallenges(): Promise<void> {
    const { items } = await this.cluster.ask('GET', this.path('Challenge'));
    for (const { metadata } of items) {
      if (metadata.deletionTimestamp) {
        await this.cluster.request({
          method: 'PATCH',
          path: `${this.path('Challenge')}/${metadata.name}`,
          body: { metadata: { finalizers: null } },
          contentType: 'application/merge-patch+json',
          signal: AbortSignal.timeout(30_000),
        });
      }
    }
  }

  /** The key that the DNS server takes, under any name. */
  get tsigKey(): string {
    return this.#facts.dns.key;
  }

  async secret(name: string, key: string): Promise<void> {
    const path = this.path('Secret');
    const body = { metadata: { name }, stringData: { key } };
    const { status } = await this.cluster.request({
      method: 'POST',
      path,
      body,
      signal: AbortSignal.timeout(30_000),
    });
    if (status === 409) {
      await this.cluster.ask('PUT', `${path}/${name}`, { body });
    }
  }

  issuer(name: string, spec: LabObject): Promise<LabObject> {
    return this.#create('Issuer', name, spec);
  }

  /** An ACME Issuer with an account of its own. */
  acmeIssuer(name: string, options: AcmeIssuerOptions = {}) {
    const { acme, dns } = this.#facts;
    const { tsigSecret = 'tsig', server = acme.server, zones } = options;
    return this.issuer(name, {
      acme: {
        server,
        caBundle: Buffer.from(acme.ca).toString('base64'),
        email: `${name}@lab.test`,
        // without one Pebble picks a profile by chance
        profile: 'default',
        privateKeySecretRef: { name: `${name}-account` },
        solvers: [
          {
            ...(zones && { selector: { dnsZones: zones } }),
            dns01: {
              rfc2136: {
                nameserver: dns.nameserver,
                tsigKeyName: dns.keyName,
                tsigAlgorithm: 'HMACSHA256',
                tsigSecretSecretRef: { name: tsigSecret, key: 'key' },
              },
            },
          },
        ],
      },
    });
  }

  /**
   * A DNS name that no other scene has: cert-manager works on one challenge of
   * a name at a time, in whatever namespace.
   */
  host(name: string, zone = 'lab.test'): string {
    return `${name}.${this.namespace}.${zone}`;
  }

  certificate(name: string, spec: LabObject): Promise<LabObject> {
    const { issuer, ...rest } = spec;
    return this.#create('Certificate', name, {
      secretName: name,
      issuerRef: { name: issuer, kind: 'Issuer' },
      ...rest,
    });
  }

  /** Stops the account of an Issuer at the authority. */
  async stopAccount(issuer: string): Promise<void> {
    const { status } = await this.get('Issuer', issuer);
    const secret = await this.get('Secret', `${issuer}-account`);
    await deactivateAccount({
      acme: this.#facts.acme,
      account: status.acme.uri,
      key: Buffer.from(secret.data['tls.key'], 'base64').toString(),
    });
  }

  /** One that it refuses. */
  get wrongTsigKey(): string {
    return Buffer.alloc(32, 7).toString('base64');
  }

  get(kind: string, name: string): Promise<LabObject> {
    return this.cluster.ask('GET', `${this.path(kind)}/${name}`);
  }

  patch(kind: string, name: string, body: LabObject): Promise<LabObject> {
    return this.cluster.ask('PATCH', `${this.path(kind)}/${name}`, {
      body,
      contentType: 'application/merge-patch+json',
    });
  }

  /** All of a kind that were made for a Certificate, or it itself. */
  async of(kind: string, certificate: string): Promise<LabObject[]> {
    const { items } = await this.cluster.ask('GET', this.path(kind));
    const isOf = (name: string) =>
      name === certificate || name.startsWith(`${certificate}-`);
    return items
      .map((item: LabObject) => ({ kind, ...item }))
      .filter(({ involvedObject, metadata }: LabObject) =>
        isOf(involvedObject?.name ?? metadata.name),
      );
  }

  /** A Certificate with all that belongs to it; of Events what is no routine. */
  async objectsOf(certificate: string): Promise<LabObject[]> {
    const { spec } = await this.get('Certificate', certificate);
    const all = await this.cluster.ask('GET', this.path('Certificate'));
    const sharing = all.items.filter(
      (other: LabObject) => other.spec.secretName === spec.secretName,
    );
    const events = await this.of('Event', certificate);
    const lists = await Promise.all([
      this.of('Issuer', spec.issuerRef.name),
      sharing,
      ...['CertificateRequest', 'Order', 'Challenge'].map(kind =>
        this.of(kind, certificate),
      ),
      events.filter(({ type, involvedObject }) =>
        type === 'Normal' ? involvedObject.kind === 'Challenge' : true,
      ),
      this.of('Secret', spec.secretName),
    ]);
    return lists.flat();
  }

  /** Waits until one of {@link Scene.of} is as wanted. */
  async until(
    kind: string,
    certificate: string,
    isSo: (object: LabObject) => boolean,
  ): Promise<LabObject> {
    let seen: LabObject[] = [];
    const end = await waitUntil<LabObject>({
      look: async () => {
        seen = await this.of(kind, certificate);
        const result = seen.find(isSo);
        return result ? { result } : { progress: `${seen.length} of ${kind}` };
      },
      // cert-manager itself waits for 60 s after each DNS-01 self check
      timeoutMs: 120_000,
      log: () => {},
    });
    if (end.outcome === 'timed-out') {
      throw new Error(
        `${kind} of ${certificate} did not get there: ${JSON.stringify(
          seen.map(({ status }) => status),
        )}`,
      );
    }
    return end.result;
  }

  path(kind: string): string {
    const { group, plural } = KINDS[kind];
    const prefix = group ? `/apis/${group}/v1` : '/api/v1';
    return `${prefix}/namespaces/${this.namespace}/${plural}`;
  }

  #create(kind: string, name: string, spec: LabObject): Promise<LabObject> {
    const apiVersion = `${KINDS[kind].group}/v1`;
    return this.cluster.ask('POST', this.path(kind), {
      body: { apiVersion, kind, metadata: { name }, spec },
    });
  }
}
