import 'reflect-metadata';
import { rmSync } from 'node:fs';
import * as x509 from '@peculiar/x509';
import { CertificateAuthority } from '../../../pki/CertificateAuthority';
import { StateFolder } from '../../../state/StateFolder';
import { ServiceError } from '../../http/ServiceError';
import { ClusterRecord } from '../store/records';

const DAY = 24 * 3600 * 1000;
/** As long as Magnum's `[x509] term_of_validity` says. */
const VALID_DAYS = 1825;
const LONGEST_COMMON_NAME = 64;

/** The CAs of the clusters, and what they sign. */
export class CertificateStore {
  readonly #state: StateFolder;
  readonly #now: () => Date;
  readonly #adopted = new Map<string, CertificateAuthority>();

  static open(options: {
    state: StateFolder;
    now: () => Date;
  }): CertificateStore {
    return new CertificateStore(options.state, options.now);
  }

  private constructor(state: StateFolder, now: () => Date) {
    this.#state = state;
    this.#now = now;
  }

  /** The CA of a cluster, of its etcd or of its front proxy. */
  async authority(
    cluster: ClusterRecord,
    type?: string,
  ): Promise<CertificateAuthority> {
    const own = type === 'etcd' || type === 'front-proxy' ? type : 'kubernetes';
    if (cluster.adopted && own === 'kubernetes') {
      return this.#authorityOfAdopted(cluster);
    }
    return CertificateAuthority.loadOrCreate(
      this.#state.room(cluster.uuid, own, String(cluster.caGeneration)),
      cluster.name.slice(0, LONGEST_COMMON_NAME),
      this.#now(),
    );
  }

  /** Makes the CA of a cluster that brought its own known. */
  adopt(uuid: string, ca: CertificateAuthority): void {
    this.#adopted.set(uuid, ca);
  }

  /** The CAs of a cluster that is gone, with their keys. */
  forget(uuid: string): void {
    this.#adopted.delete(uuid);
    rmSync(this.#state.path(uuid), { recursive: true, force: true });
  }

  /** Signs whatever the request names: who may ask has been asked before. */
  async sign(
    cluster: ClusterRecord,
    csr: string,
    type?: string,
  ): Promise<string> {
    const request = new x509.Pkcs10CertificateRequest(csr);
    const ca = await this.authority(cluster, type);
    const now = this.#now().getTime();
    return ca.signRequest(csr, {
      subject: request.subject,
      names: namesOf(request),
      notBefore: new Date(now - DAY),
      notAfter: new Date(now + (VALID_DAYS - 1) * DAY),
    });
  }

  #authorityOfAdopted({ name, uuid }: ClusterRecord): CertificateAuthority {
    const ca = this.#adopted.get(uuid);
    if (!ca) {
      // After a restart, until it is adopted again.
      throw new ServiceError(503, `The CA of ${name} is not there yet.`);
    }
    return ca;
  }
}

function namesOf(request: x509.Pkcs10CertificateRequest): string[] {
  const extension = request.extensions.find(
    known => known instanceof x509.SubjectAlternativeNameExtension,
  );
  return (extension?.names.items ?? [])
    .filter(({ type }) => type === 'dns' || type === 'ip')
    .map(({ value }) => value);
}
