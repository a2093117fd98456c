import { EventRecorder, EventText, KubernetesObject } from '../client';

/** Each of cert-manager's controllers speaks for itself. */
const BY_KIND: Record<string, string> = {
  Challenge: 'challenges',
  ClusterIssuer: 'clusterissuers',
  Ingress: 'ingress-shim',
  Issuer: 'issuers',
  Order: 'orders',
};
const BY_REASON: Record<string, string> = {
  Generated: 'certificates-key-manager',
  Reused: 'certificates-key-manager',
  Requested: 'certificates-request-manager',
  'cert-manager.io': 'certificaterequests-approver',
  OrderCreated: 'certificaterequests-issuer-acme',
  OrderPending: 'certificaterequests-issuer-acme',
  OrderFailed: 'certificaterequests-issuer-acme',
};
const OF_REQUESTS = 'certificaterequests-issuer-ca';
const ISSUED = 'The certificate has been successfully issued';

/** Records Events in the name of the controller that would have. */
export class ComponentEvents {
  readonly #create: (component: string) => EventRecorder;
  readonly #recorders = new Map<string, EventRecorder>();

  static create(create: (component: string) => EventRecorder): ComponentEvents {
    return new ComponentEvents(create);
  }

  private constructor(create: (component: string) => EventRecorder) {
    this.#create = create;
  }

  record(object: KubernetesObject, text: EventText): void {
    const component = `cert-manager-${componentOf(object.kind, text)}`;
    let recorder = this.#recorders.get(component);
    if (!recorder) {
      recorder = this.#create(component);
      this.#recorders.set(component, recorder);
    }
    recorder.record(object, text);
  }
}

function componentOf(kind: string, { reason, message }: EventText): string {
  const known = BY_REASON[reason] ?? BY_KIND[kind];
  if (known) {
    return known;
  }
  if (kind !== 'Certificate') {
    return OF_REQUESTS;
  }
  return reason === 'Issuing' && message !== ISSUED
    ? 'certificates-trigger'
    : 'certificates-issuing';
}
