import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import {
  ClusterClient,
  ClusterResponse,
  listOf,
  numberOf,
  OperationResult,
  recordOf,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { formatTime } from '../texts/formatTime';

const MOST_TRIES = 5;

/** What a renewal by hand is made of. */
export interface RequestRenewalOptions {
  item: CertificateItem;
  client: ClusterClient;
  now: () => Date;
  signal: AbortSignal;
}

/**
 * Sets the condition Issuing, as `cmctl renew` does; no annotation asks for it.
 * Whoever may edit certificates may update that status but not patch it, hence
 * read, change, write, and again when somebody else wrote in between.
 *
 * @throws Error in the words of the API server
 */
export async function requestRenewal(
  options: RequestRenewalOptions,
): Promise<OperationResult> {
  const { item, client, now, signal } = options;
  const { namespace, name } = item.ref;
  const path = `/apis/cert-manager.io/v1/namespaces/${encodeURIComponent(
    namespace,
  )}/certificates/${encodeURIComponent(name)}`;

  for (let tried = 0; tried < MOST_TRIES; tried++) {
    signal.throwIfAborted();
    const found = await client.request({ method: 'GET', path, signal });
    if (found.status === 404) {
      return refused(`There is no Certificate ${namespace}/${name} any more.`);
    }
    const certificate = recordOf(expectSuccess(found, 'read'));
    // While one issuance runs a second request is lost without a trace.
    const running = issuingOf(certificate);
    if (running && textOf(running, 'status') === 'True') {
      const since = textOf(running, 'lastTransitionTime');
      return refused(
        `An issuance is under way${
          since ? ` since ${formatTime(since)}` : ''
        }.`,
      );
    }
    const written = await client.request({
      method: 'PUT',
      path: `${path}/status`,
      body: withIssuing(certificate, now()),
      signal,
    });
    if (written.status !== 409) {
      expectSuccess(written, 'update the status of');
      return { outcome: 'done', message: `Renewal of ${name} was requested.` };
    }
  }
  return refused(`Others keep changing ${name}; try again.`);
}

function refused(reason: string): OperationResult {
  return { outcome: 'refused', reason };
}

function expectSuccess({ status, body }: ClusterResponse, what: string) {
  if (status >= 300) {
    const said = textOf(body, 'message') ?? `HTTP status ${status}`;
    throw new Error(`Cannot ${what} the Certificate: ${said}`);
  }
  return body;
}

function issuingOf(certificate: unknown): unknown {
  return listOf(certificate, 'status', 'conditions').find(
    condition => textOf(condition, 'type') === 'Issuing',
  );
}

function withIssuing(
  certificate: Readonly<Record<string, unknown>>,
  at: Date,
): unknown {
  const others = listOf(certificate, 'status', 'conditions').filter(
    condition => textOf(condition, 'type') !== 'Issuing',
  );
  return {
    ...certificate,
    status: {
      ...recordOf(certificate, 'status'),
      conditions: [
        ...others,
        {
          type: 'Issuing',
          status: 'True',
          reason: 'ManuallyTriggered',
          message: 'Certificate re-issuance was requested by hand in Slipway',
          // As Kubernetes writes times: to the second.
          lastTransitionTime: `${at.toISOString().slice(0, 19)}Z`,
          observedGeneration: numberOf(certificate, 'metadata', 'generation'),
        },
      ],
    },
  };
}
