import { createSecureContext, SecureContext } from 'node:tls';
import { TlsSecret } from './types';

/** TLS contexts of Secrets, made anew when a Secret changes. */
export class TlsContexts {
  readonly #known = new Map<
    string,
    { version?: string; context?: SecureContext }
  >();

  static create(): TlsContexts {
    return new TlsContexts();
  }

  private constructor() {}

  /** `undefined` when the Secret holds no usable pair. */
  get(secret: TlsSecret): SecureContext | undefined {
    const key = `${secret.metadata.namespace}/${secret.metadata.name}`;
    const version = `${secret.metadata.uid} ${secret.metadata.resourceVersion}`;
    const known = this.#known.get(key);
    if (known?.version === version) {
      return known.context;
    }
    const context = contextOf(secret);
    this.#known.set(key, { version, context });
    return context;
  }
}

function contextOf({ type, data }: TlsSecret): SecureContext | undefined {
  if (type !== 'kubernetes.io/tls') {
    return undefined;
  }
  try {
    return createSecureContext({
      cert: Buffer.from(data?.['tls.crt'] ?? '', 'base64'),
      key: Buffer.from(data?.['tls.key'] ?? '', 'base64'),
    });
  } catch {
    // cert-manager writes an empty pair first; the next version may do.
    return undefined;
  }
}
