import { KubernetesClient, resources } from '../../client';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { AcmeRefusals } from '../acme/AcmeRefusals';
import { findCondition } from '../conditions';
import { Certificate, Issuer, IssuerRef } from '../types';
import { AcmeFault } from './AcmeFault';
import { ageCertificate } from './ageCertificate';
import { retryIssuance } from './retryIssuance';
import { takeBackIssuance } from './takeBackIssuance';

export interface AcmeSaboteurOptions {
  client: KubernetesClient;
  /** The refusals that the cluster's cert-manager meets. */
  refusals: AcmeRefusals;
  /** Signs for the ACME issuers. */
  ca: CertificateAuthority;
  signal: AbortSignal;
  now: () => Date;
}

const ISSUER_LOOKS = 60;
const BETWEEN_LOOKS_MS = 50;

/** Breaks and mends the renewal of single certificates of a cluster. */
export class AcmeSaboteur {
  readonly #options: AcmeSaboteurOptions;

  static create(options: AcmeSaboteurOptions): AcmeSaboteur {
    return new AcmeSaboteur(options);
  }

  private constructor(options: AcmeSaboteurOptions) {
    this.#options = options;
  }

  /** `namespace/name` of the certificates that come from an ACME issuer. */
  async targets(): Promise<string[]> {
    const { client } = this.#options;
    const { items } = await client.list<Certificate>(resources.certificates);
    const ofAcme = await Promise.all(
      items.map(async ({ spec, metadata }) => {
        const issuer = await this.#issuer(spec.issuerRef, metadata.namespace);
        return issuer?.spec.acme !== undefined;
      }),
    );
    return items
      .filter((_, index) => ofAcme[index])
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
      .sort();
  }

  /** Makes a certificate due and its renewal fail. */
  async break(fault: AcmeFault, target: string): Promise<void> {
    const { client, refusals, ca, now } = this.#options;
    const certificate = await this.#certificate(target);
    if (!certificate) {
      throw new Error(`There is no certificate ${target}.`);
    }
    for (const subject of fault.subjectsOf(certificate)) {
      const text = fault.text({ subject, now: now() });
      refusals.refuse(fault.step, subject, text);
    }
    if (fault.step === 'account') {
      // Else the order would be on its way before the issuer says no.
      await this.#untilNotReady(certificate);
    }
    await takeBackIssuance(client, certificate);
    await ageCertificate({ client, certificate, ca, now: now() });
    await this.#retry(certificate);
  }

  /** Lets the renewal succeed, and tries it at once. */
  async heal(fault: AcmeFault, target: string): Promise<void> {
    const certificate = await this.#certificate(target);
    if (!certificate) {
      return;
    }
    for (const subject of fault.subjectsOf(certificate)) {
      this.#options.refusals.accept(fault.step, subject);
    }
    await this.#retry(certificate);
  }

  #certificate(target: string): Promise<Certificate | undefined> {
    const [namespace, name] = target.split('/');
    return this.#options.client.get<Certificate>(
      resources.certificates,
      name,
      namespace,
    );
  }

  #issuer(
    { kind, name }: IssuerRef,
    namespace: string | undefined,
  ): Promise<Issuer | undefined> {
    const { client } = this.#options;
    return kind === 'ClusterIssuer'
      ? client.get<Issuer>(resources.clusterIssuers, name)
      : client.get<Issuer>(resources.issuers, name, namespace);
  }

  #retry({ metadata: { name, namespace = '' } }: Certificate): Promise<void> {
    return retryIssuance(this.#options.client, { name, namespace });
  }

  async #untilNotReady({ spec, metadata }: Certificate): Promise<void> {
    // cert-manager may be stopped, which is a fault as well.
    for (let look = 0; look < ISSUER_LOOKS; look++) {
      const issuer = await this.#issuer(spec.issuerRef, metadata.namespace);
      const ready = findCondition(issuer?.status?.conditions, 'Ready');
      if (ready?.status !== 'True' || this.#options.signal.aborted) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
  }
}
