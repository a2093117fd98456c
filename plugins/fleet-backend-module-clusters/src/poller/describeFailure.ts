import { OpenStackError } from '@slipway/backstage-plugin-openstack-node';
import { ApiError } from '../records';

/** Why a cloud could not be asked. */
export function describeFailure(
  error: unknown,
): Pick<ApiError, 'request' | 'status' | 'message'> {
  if (error instanceof OpenStackError) {
    const { request, status, reason } = error;
    return { request, status: status ?? null, message: reason };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { request: '', status: null, message };
}
