import { formatRoot, ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { ApiSlice } from '../slices';
import { MagnumView } from '../subject/MagnumView';
import { formatTime } from '../texts/formatTime';
import { Cause } from './Cause';

type ApiError = NonNullable<ApiSlice['error']>;

const LOGIN = /^POST\s+\S*\/v3\/auth\/tokens(\?\S*)?$/i;

/** Nobody answers who could say how the clusters of a cloud are. */
export function cloudSilent(view: MagnumView): Cause | undefined {
  const { cloud, source } = view;
  const error = view.api?.slice.error ?? lostContact(view);
  if (!error) {
    return undefined;
  }
  const evidence = { scope: cloud, kind: 'Magnum', namespace: '', name: cloud };
  const observedAt = view.api?.slice.observedAt ?? source?.lastContact;
  return {
    ...judge(error, evidence),
    evidence,
    says: [error.request, error.status, error.message]
      .filter(part => part !== undefined && part !== '')
      .join(' '),
    since: error.since,
    detail:
      observedAt && `Magnum's last answer is of ${formatTime(observedAt)}`,
  };
}

function judge(
  { request, status }: ApiError,
  evidence: ObjectRef,
): Pick<Cause, 'code' | 'root'> {
  const isRefused = status === 401 || status === 403;
  return isRefused && LOGIN.test(request.trim())
    ? {
        code: 'cluster.api.credential-refused',
        root: formatRoot({ ...evidence, kind: 'Credential' }),
      }
    : {
        code: 'cluster.api.magnum-unreachable',
        root: formatRoot(evidence),
      };
}

/** The fleet lost the cloud before anybody could write down why. */
function lostContact({ source }: MagnumView): ApiError | undefined {
  return source && source.state !== 'starting' && !source.reachable
    ? {
        request: '',
        message: source.error ?? 'No answer',
        since: source.since,
      }
    : undefined;
}
