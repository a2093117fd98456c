import { part } from '../defaults/fields';
import { GroupVersionKind, JsonObject } from '../types';
import { checkTemplate } from './checkWorkload';
import { FieldErrors } from './FieldErrors';

/** Checks a Job or a CronJob. */
export function checkJob(
  object: JsonObject,
  { kind }: GroupVersionKind,
  errors: FieldErrors,
): void {
  const spec = part(object, 'spec') ?? {};
  if (kind === 'Job') {
    checkJobSpec(spec, 'spec', errors);
    return;
  }
  const { schedule } = spec;
  const fields = String(schedule ?? '')
    .trim()
    .split(/\s+/);
  const isMacro = String(schedule).startsWith('@');
  if (!schedule) {
    errors.required('spec.schedule');
  } else if (!isMacro && fields.length !== 5) {
    errors.invalid(
      'spec.schedule',
      schedule,
      `expected exactly 5 fields, found ${fields.length}: [${fields.join(
        ' ',
      )}]`,
    );
  }
  errors.oneOf('spec.concurrencyPolicy', spec.concurrencyPolicy, [
    'Allow',
    'Forbid',
    'Replace',
  ]);
  const jobSpec = part(part(spec, 'jobTemplate'), 'spec') ?? {};
  checkJobSpec(jobSpec, 'spec.jobTemplate.spec', errors);
  const name = String(part(object, 'metadata')?.name ?? '');
  // The controller appends 11 characters to name its jobs.
  if (name.length > 52) {
    errors.invalid('metadata.name', name, 'must be no more than 52 characters');
  }
}

function checkJobSpec(spec: JsonObject, field: string, errors: FieldErrors) {
  for (const name of ['parallelism', 'completions', 'backoffLimit']) {
    errors.notNegative(`${field}.${name}`, spec[name]);
  }
  checkTemplate(spec, `${field}.template`, errors);
  const policy = part(part(spec, 'template'), 'spec')?.restartPolicy;
  if (policy === 'Always') {
    errors.required(
      `${field}.template.spec.restartPolicy`,
      'valid values: "OnFailure", "Never"',
    );
  }
}
