import { createHash } from 'node:crypto';
import { controllerReference, resources } from '../../client';
import { CertManager } from '../CertManager';
import { createIfAbsent } from '../createIfAbsent';
import { readSigningRequest } from '../issuance/readSigningRequest';
import { CertificateRequest, Order } from '../types';
import { SigningResult } from './SigningResult';

const FAILED = ['invalid', 'expired', 'errored'];

/** Has an ACME issuer sign: through an Order, which this makes and waits for. */
export async function followOrder(
  manager: CertManager,
  request: CertificateRequest,
): Promise<SigningResult> {
  const { namespace } = request.metadata;
  const name = orderNameFor(request);
  const order = manager.orders.get(name, namespace);
  if (!order) {
    await createOrder(manager, request, name);
    return {
      outcome: 'pending',
      event: 'OrderPending',
      message: `Waiting on certificate issuance from order ${namespace}/${name}: ""`,
    };
  }
  const { state = '', reason = '', certificate } = order.status ?? {};
  if (FAILED.includes(state)) {
    return {
      outcome: 'failed',
      event: 'OrderFailed',
      message: `Failed to wait for order resource "${name}" to become ready: order is in "${state}" state: ${reason}`,
    };
  }
  if (state === 'valid' && certificate) {
    return {
      outcome: 'issued',
      certificatePem: Buffer.from(certificate, 'base64').toString('utf8'),
      caPem: manager.ca.certificatePem,
    };
  }
  return {
    outcome: 'pending',
    event: 'OrderPending',
    message: `Waiting on certificate issuance from order ${namespace}/${name}: "${state}"`,
  };
}

/** A name that another signing request would not get. */
function orderNameFor({ metadata, spec }: CertificateRequest): string {
  const hash = createHash('sha256').update(spec.request).digest();
  return `${metadata.name}-${hash.readUInt32BE(0)}`;
}

async function createOrder(
  manager: CertManager,
  request: CertificateRequest,
  name: string,
) {
  const { spec, metadata } = request;
  const { names, commonName } = readSigningRequest(spec.request);
  const order: Order = {
    apiVersion: 'acme.cert-manager.io/v1',
    kind: 'Order',
    metadata: {
      name,
      namespace: metadata.namespace,
      labels: metadata.labels,
      annotations: metadata.annotations,
      ownerReferences: [controllerReference(request)],
    },
    spec: {
      request: spec.request,
      issuerRef: spec.issuerRef,
      dnsNames: names,
      ...(commonName ? { commonName } : {}),
      ...(spec.duration ? { duration: spec.duration } : {}),
    },
  };
  if (await createIfAbsent(manager.client, resources.orders, order)) {
    const { namespace } = metadata;
    manager.events.record(request, {
      type: 'Normal',
      reason: 'OrderCreated',
      message: `Created Order resource ${namespace}/${name}`,
    });
  }
}
