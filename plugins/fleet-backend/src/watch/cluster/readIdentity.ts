import { Clock, textOf } from '@slipway/backstage-plugin-fleet-node';
import { judgeStatus } from '../reflector/judgeStatus';
import { Failure } from '../reflector/Outcome';
import { ClusterTransport } from '../transport/ClusterTransport';
import { CredentialsError } from '../transport/CredentialsError';
import { describeError } from '../transport/describeError';
import { requestJson } from '../transport/requestJson';

const ALLOWANCE_MS = 5_000;

/**
 * Which cluster answers: the uid of its namespace `kube-system`, `undefined`
 * when that may not be read.
 */
export async function readIdentity(options: {
  transport: ClusterTransport;
  clock: Clock;
  signal: AbortSignal;
}): Promise<{ uid: string | undefined } | Failure> {
  const { transport, clock, signal } = options;
  try {
    const { status, body } = await requestJson({
      transport,
      clock,
      signals: [signal],
      allowanceMs: ALLOWANCE_MS,
      method: 'GET',
      path: '/api/v1/namespaces/kube-system',
    });
    const uid = textOf(body, 'metadata', 'uid');
    if (status === 200 && uid) {
      return { uid };
    }
    const isStatus = textOf(body, 'kind') === 'Status';
    if ([403, 404].includes(status) && isStatus) {
      return { uid: undefined };
    }
    return [200, 403, 404].includes(status)
      ? {
          kind: 'trouble',
          message: `what answers (${status}) is no Kubernetes API`,
          opened: false,
        }
      : judgeStatus({ status, body });
  } catch (error) {
    const message = describeError(error);
    return error instanceof CredentialsError
      ? { kind: 'refused', message }
      : { kind: 'trouble', message, opened: false };
  }
}
