import { resources, timestamp } from '../../client';
import { CertManager } from '../CertManager';
import { issuerKey } from '../issuers/issuerKey';
import { Challenge } from '../types';
import { challengeRetry } from './challengeRetry';

const FINALIZER = 'acme.cert-manager.io/finalizer';

/** Brings a Challenge one step further: scheduled, presented, then verified; answers in how many milliseconds to try again. */
export async function reconcileChallenge(
  manager: CertManager,
  challenge: Challenge,
): Promise<number | void> {
  const { metadata, status = {} } = challenge;
  if (metadata.deletionTimestamp) {
    await cleanUp(manager, challenge);
    return undefined;
  }
  if (status.state && status.state !== 'pending') {
    return undefined;
  }
  if (!status.processing) {
    await write(manager, challenge, { processing: true, state: 'pending' });
    manager.events.record(challenge, {
      type: 'Normal',
      reason: 'Started',
      message: 'Challenge scheduled for processing',
    });
  } else if (!status.presented) {
    return present(manager, challenge);
  } else {
    await verify(manager, challenge);
  }
  return undefined;
}

async function present(
  manager: CertManager,
  challenge: Challenge,
): Promise<number | void> {
  const { metadata, spec, status } = challenge;
  const refusal = manager.refusals.textFor(
    'present',
    issuerKey(spec.issuerRef, metadata.namespace),
  );
  const { presentFailures } = manager;
  if (refusal !== undefined) {
    const failures = (presentFailures.get(metadata.uid!) ?? 0) + 1;
    presentFailures.set(metadata.uid!, failures);
    if (status?.reason !== refusal) {
      await write(manager, challenge, { presented: false, reason: refusal });
    }
    manager.events.record(challenge, {
      type: 'Warning',
      reason: 'PresentError',
      message: `Error presenting challenge: ${refusal}`,
    });
    return challengeRetry(failures);
  }
  presentFailures.delete(metadata.uid!);
  await write(manager, challenge, {
    presented: true,
    presentedAt: timestamp(manager.now()),
    reason: `Waiting for ${spec.type} challenge propagation`,
  });
  manager.events.record(challenge, {
    type: 'Normal',
    reason: 'Presented',
    message: `Presented challenge using ${spec.type} challenge mechanism`,
  });
  return undefined;
}

async function verify(manager: CertManager, challenge: Challenge) {
  const { dnsName, type } = challenge.spec;
  const refusal = manager.refusals.textFor('validate', dnsName);
  if (refusal === undefined) {
    await write(manager, challenge, {
      processing: false,
      presented: false,
      state: 'valid',
      reason: 'Successfully authorized domain',
    });
    manager.events.record(challenge, {
      type: 'Normal',
      reason: 'DomainVerified',
      message: `Domain "${dnsName}" verified with "${type}" validation`,
    });
    return;
  }
  const reason = `acme: authorization error for ${dnsName}: ${refusal}`;
  await write(manager, challenge, {
    processing: false,
    presented: false,
    state: 'invalid',
    reason: `Error accepting authorization: ${reason}`,
  });
  manager.events.record(challenge, {
    type: 'Warning',
    reason: 'Failed',
    message: `Accepting challenge authorization failed: ${reason}`,
  });
}

async function cleanUp(manager: CertManager, challenge: Challenge) {
  const { finalizers = [], name, namespace, uid } = challenge.metadata;
  manager.presentFailures.delete(uid!);
  const kept = finalizers.filter(finalizer => finalizer !== FINALIZER);
  if (kept.length !== finalizers.length) {
    await manager.client.patch(
      resources.challenges,
      name,
      { metadata: { finalizers: kept } },
      { namespace },
    );
  }
}

async function write(
  manager: CertManager,
  challenge: Challenge,
  change: Challenge['status'],
) {
  const status = { ...challenge.status, ...change };
  const written = { ...challenge, status };
  await manager.client.update(resources.challenges, written, 'status');
}
