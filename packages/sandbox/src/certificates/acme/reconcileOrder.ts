import { createHash } from 'node:crypto';
import {
  controllerReference,
  isControlledBy,
  resources,
  timestamp,
} from '../../client';
import { CertManager } from '../CertManager';
import { createIfAbsent } from '../createIfAbsent';
import { readSigningRequest } from '../issuance/readSigningRequest';
import { findIssuer } from '../issuers/findIssuer';
import { validityOf } from '../requests/validityOf';
import { Authorization, Challenge, Issuer, Order } from '../types';
import { chooseSolver } from './chooseSolver';
import { namesKey } from './namesKey';
import { refuseNames } from './refuseNames';

const FINAL = ['valid', 'invalid', 'expired', 'errored'];

/** Brings an Order one step further: registered, its challenges, then the certificate. */
export async function reconcileOrder(
  manager: CertManager,
  order: Order,
): Promise<void> {
  const { state } = order.status ?? {};
  const issuer = findIssuer(
    manager,
    order.spec.issuerRef,
    order.metadata.namespace,
  );
  if (order.metadata.deletionTimestamp || !issuer?.spec.acme) {
    return;
  }
  if (!state) {
    await register(manager, issuer, order);
  } else if (state === 'pending') {
    await followChallenges(manager, issuer, order);
  } else if (state === 'ready') {
    await finalize(manager, order);
  } else if (state === 'valid') {
    await removeChallenges(manager, order);
  } else if (!FINAL.includes(state)) {
    throw new Error(`an Order cannot be ${state} here`);
  }
}

async function register(manager: CertManager, issuer: Issuer, order: Order) {
  const { names } = readSigningRequest(order.spec.request);
  const refusal =
    manager.refusals.textFor('order', namesKey(names)) ?? refuseNames(names);
  if (refusal !== undefined) {
    await writeStatus(manager, order, {
      state: 'errored',
      reason: `Failed to create Order: ${refusal}`,
      failureTime: timestamp(manager.now()),
    });
    return;
  }
  const { origin } = new URL(issuer.spec.acme!.server);
  const id = shortId(order.metadata.uid!);
  await writeStatus(manager, order, {
    state: 'pending',
    url: `${origin}/acme/order/${id}`,
    finalizeURL: `${origin}/acme/finalize/${id}`,
    authorizations: names.map(name => authorize(origin, order, name)),
  });
}

function authorize(origin: string, order: Order, name: string): Authorization {
  const wildcard = name.startsWith('*.');
  const id = shortId(`${order.metadata.uid}/${name}`);
  const token = createHash('sha256').update(`${id}`).digest('base64url');
  const types = wildcard ? ['dns-01'] : ['http-01', 'dns-01'];
  return {
    identifier: wildcard ? name.slice(2) : name,
    initialState: 'pending',
    url: `${origin}/acme/authz/${id}`,
    wildcard,
    challenges: types.map(type => ({
      type,
      token,
      url: `${origin}/acme/chall/${id}/${type}`,
    })),
  };
}

async function followChallenges(
  manager: CertManager,
  issuer: Issuer,
  order: Order,
) {
  const authorizations = order.status?.authorizations ?? [];
  const wanted = [];
  for (const authorization of authorizations) {
    const challenge = challengeFor(issuer, order, authorization);
    if (!challenge) {
      manager.events.record(order, {
        type: 'Warning',
        reason: 'Solver',
        message:
          'Failed to determine a valid solver configuration for the set of domains on the Order: no configured challenge solvers can be used for this challenge',
      });
      return;
    }
    wanted.push(challenge);
  }
  const { namespace } = order.metadata;
  const found = wanted.map(({ metadata }) =>
    manager.challenges.get(metadata.name, namespace),
  );
  for (const [index, challenge] of wanted.entries()) {
    if (!found[index]) {
      await createChallenge(manager, order, challenge);
    }
  }
  const states = found.map(challenge => challenge?.status?.state);
  const failed = states.find(state => state && FINAL.slice(1).includes(state));
  if (failed) {
    // As upstream: the reason stays in the Challenge, and the Order says none.
    const failureTime = timestamp(manager.now());
    await writeStatus(manager, order, {
      ...order.status,
      state: 'invalid',
      failureTime,
    });
  } else if (states.every(state => state === 'valid')) {
    await writeStatus(manager, order, { ...order.status, state: 'ready' });
  }
}

function challengeFor(
  issuer: Issuer,
  order: Order,
  authorization: Authorization,
): Challenge | undefined {
  const { identifier, wildcard, url } = authorization;
  const { name, namespace, labels } = order.metadata;
  const chosen = chooseSolver(issuer, { name: identifier, wildcard, labels });
  const offer = authorization.challenges.find(
    ({ type }) => type === chosen?.type.toLowerCase(),
  );
  if (!chosen || !offer) {
    return undefined;
  }
  return {
    apiVersion: 'acme.cert-manager.io/v1',
    kind: 'Challenge',
    metadata: {
      name: `${name}-${shortId(url)}`,
      namespace,
      finalizers: ['acme.cert-manager.io/finalizer'],
      ownerReferences: [controllerReference(order)],
    },
    spec: {
      authorizationURL: url,
      dnsName: identifier,
      issuerRef: order.spec.issuerRef,
      key:
        chosen.type === 'DNS-01'
          ? createHash('sha256').update(offer.token).digest('base64url')
          : `${offer.token}.${createHash('sha256')
              .update(issuer.metadata.uid!)
              .digest('base64url')}`,
      solver: chosen.solver,
      token: offer.token,
      type: chosen.type,
      url: offer.url,
      wildcard,
    },
  };
}

async function createChallenge(
  manager: CertManager,
  order: Order,
  challenge: Challenge,
) {
  const { client, events } = manager;
  if (await createIfAbsent(client, resources.challenges, challenge)) {
    const { name } = challenge.metadata;
    const { dnsName } = challenge.spec;
    events.record(order, {
      type: 'Normal',
      reason: 'Created',
      message: `Created Challenge resource "${name}" for domain "${dnsName}"`,
    });
  }
}

async function finalize(manager: CertManager, order: Order) {
  const { pem, names, commonName } = readSigningRequest(order.spec.request);
  const certificatePem = await manager.ca.signRequest(pem, {
    commonName,
    names,
    ...validityOf(order.spec.duration, manager.now()),
  });
  await writeStatus(manager, order, {
    ...order.status,
    state: 'valid',
    certificate: Buffer.from(certificatePem).toString('base64'),
  });
  manager.events.record(order, {
    type: 'Normal',
    reason: 'Complete',
    message: 'Order completed successfully',
  });
}

async function removeChallenges(manager: CertManager, order: Order) {
  const { namespace } = order.metadata;
  const done = manager.challenges
    .list(namespace)
    .filter(
      challenge =>
        isControlledBy(challenge, order) &&
        !challenge.metadata.deletionTimestamp,
    );
  for (const { metadata } of done) {
    await manager.client.delete(resources.challenges, metadata.name, {
      namespace,
    });
  }
}

async function writeStatus(
  manager: CertManager,
  order: Order,
  status: Order['status'],
) {
  const written = { ...order, status };
  await manager.client.update(resources.orders, written, 'status');
}

function shortId(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
