import { resources, timestamp } from '../../client';
import { CertManager } from '../CertManager';
import { Challenge } from '../types';

const FINALIZER = 'acme.cert-manager.io/finalizer';

/** Brings a Challenge one step further: scheduled, presented, then verified. */
export async function reconcileChallenge(
  manager: CertManager,
  challenge: Challenge,
): Promise<void> {
  const { metadata, spec, status = {} } = challenge;
  if (metadata.deletionTimestamp) {
    await cleanUp(manager, challenge);
    return;
  }
  if (status.state && status.state !== 'pending') {
    return;
  }
  if (!status.processing) {
    await write(manager, challenge, { processing: true, state: 'pending' });
    manager.events.record(challenge, {
      type: 'Normal',
      reason: 'Started',
      message: 'Challenge scheduled for processing',
    });
  } else if (!status.presented) {
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
  } else {
    await verify(manager, challenge);
  }
}

async function verify(manager: CertManager, challenge: Challenge) {
  const { dnsName, type } = challenge.spec;
  const verdict = await manager.verifyChallenge(challenge);
  if (verdict.valid) {
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
  const reason = `Error accepting authorization: acme: authorization error for ${dnsName}: ${verdict.reason}`;
  await write(manager, challenge, {
    processing: false,
    presented: false,
    state: 'invalid',
    reason,
  });
  manager.events.record(challenge, {
    type: 'Warning',
    reason: 'Failed',
    message: `Accepting challenge authorization failed: acme: authorization error for ${dnsName}: ${verdict.reason}`,
  });
}

async function cleanUp(manager: CertManager, challenge: Challenge) {
  const { finalizers = [], name, namespace } = challenge.metadata;
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
