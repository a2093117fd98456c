import { invalid, StatusCause } from '../errors';
import { ListRequest } from '../operations/ListRequest';
import { DeleteRequest } from '../operations/deleteObject';

const POLICIES = ['Foreground', 'Background', 'Orphan'];
const VALIDATIONS = ['', 'Ignore', 'Strict', 'Warn'];
const MATCHES = ['Exact', 'NotOlderThan', ''];

/** Options in the query of a write, by the kind that upstream gives them. */
export function checkWriteOptions(kind: string, query: URLSearchParams): void {
  const dryRun = query.getAll('dryRun');
  if (dryRun.some(one => one !== 'All' && one !== '')) {
    refuse(kind, unsupported('dryRun', dryRun, ['All']));
  }
  const validation = query.get('fieldValidation') ?? '';
  if (!VALIDATIONS.includes(validation)) {
    refuse(kind, unsupported('fieldValidation', validation, VALIDATIONS));
  }
}

export function checkDeleteRequest({ propagationPolicy }: DeleteRequest): void {
  if (propagationPolicy && !POLICIES.includes(propagationPolicy)) {
    refuse(
      'DeleteOptions',
      unsupported('propagationPolicy', propagationPolicy, [...POLICIES, 'nil']),
    );
  }
}

/** Which versions of a list or watch may be asked for together with what. */
export function checkListRequest(
  request: ListRequest,
  sendInitialEvents?: boolean,
): void {
  const { resourceVersion, resourceVersionMatch: match = '' } = request;
  const forbid = (message: string, field = 'resourceVersionMatch') =>
    refuse('ListOptions', {
      reason: 'FieldValueForbidden',
      message: `Forbidden: ${message}`,
      field,
    });
  if (sendInitialEvents !== undefined) {
    if (match !== 'NotOlderThan') {
      forbid(
        'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      );
    }
    return;
  }
  if (!match) {
    return;
  }
  if (!resourceVersion) {
    forbid(
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (request.continueToken) {
    forbid('resourceVersionMatch is forbidden when continue is provided');
  }
  if (!MATCHES.includes(match)) {
    refuse('ListOptions', unsupported('resourceVersionMatch', match, MATCHES));
  }
  if (match === 'Exact' && resourceVersion === '0') {
    forbid('resourceVersionMatch "exact" is forbidden for resourceVersion "0"');
  }
}

function unsupported(
  field: string,
  value: string | string[],
  supported: string[],
): StatusCause {
  return {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${JSON.stringify(
      value,
    )}: supported values: ${supported
      .map(one => JSON.stringify(one))
      .join(', ')}`,
    field,
  };
}

function refuse(kind: string, cause: StatusCause): never {
  throw invalid({ group: 'meta.k8s.io', kind }, '', [cause]);
}
