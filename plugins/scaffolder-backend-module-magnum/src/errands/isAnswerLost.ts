import {
  isTransientOpenStackError,
  OpenStackError,
} from '@slipway/backstage-plugin-openstack-node';

/** Whether what was asked for may have been done although the call failed. */
export function isAnswerLost(error: unknown): error is OpenStackError {
  return (
    isTransientOpenStackError(error) ||
    (error instanceof OpenStackError &&
      error.status !== undefined &&
      error.status < 300)
  );
}
