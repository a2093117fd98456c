import { Json } from '../../../client/types';
import { part } from '../defaults/fields';
import { JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';

const FIELD = 'spec.strategy.rollingUpdate';

/** Checks how a Deployment replaces its pods. */
export function checkRollingUpdate(
  spec: JsonObject,
  errors: FieldErrors,
): void {
  const strategy = part(spec, 'strategy') ?? {};
  const rolling = part(strategy, 'rollingUpdate');
  if (strategy.type === 'Recreate') {
    if (rolling) {
      errors.forbidden(
        FIELD,
        "may not be specified when strategy `type` is 'Recreate'",
      );
    }
  } else if (strategy.type === 'RollingUpdate') {
    const { maxUnavailable, maxSurge } = rolling ?? {};
    checkAmount('maxUnavailable', maxUnavailable, errors);
    checkAmount('maxSurge', maxSurge, errors);
    if (isZero(maxUnavailable) && isZero(maxSurge)) {
      errors.invalid(
        `${FIELD}.maxUnavailable`,
        maxUnavailable,
        'may not be 0 when `maxSurge` is 0',
      );
    }
    if (
      /^\d+%$/.test(String(maxUnavailable)) &&
      percent(maxUnavailable) > 100
    ) {
      errors.invalid(
        `${FIELD}.maxUnavailable`,
        maxUnavailable,
        'must not be greater than 100%',
      );
    }
  } else {
    const shown = { Type: strategy.type ?? '', RollingUpdate: null };
    errors.all.push({
      reason: 'FieldValueNotSupported',
      message: `Unsupported value: ${JSON.stringify(
        shown,
      )}: supported values: "Recreate", "RollingUpdate"`,
      field: 'spec.strategy',
    });
  }
  const { progressDeadlineSeconds: deadline, minReadySeconds } = spec;
  errors.notNegative('spec.minReadySeconds', minReadySeconds);
  errors.notNegative('spec.revisionHistoryLimit', spec.revisionHistoryLimit);
  if (Number(deadline) <= Number(minReadySeconds ?? 0)) {
    errors.invalid(
      'spec.progressDeadlineSeconds',
      deadline,
      'must be greater than minReadySeconds',
    );
  }
}

function checkAmount(
  name: string,
  value: Json | undefined,
  errors: FieldErrors,
) {
  if (typeof value === 'string' && !/^\d+%$/.test(value)) {
    errors.invalid(
      `${FIELD}.${name}`,
      value,
      "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
    );
  }
  errors.notNegative(`${FIELD}.${name}`, value);
}

function percent(value: Json | undefined): number {
  return Number(String(value).slice(0, -1));
}

function isZero(value: Json | undefined): boolean {
  return value === 0 || value === '0%';
}
