import { part } from '../defaults/fields';
import { GroupVersionKind, JsonObject } from '../types';
import { checkLabels } from './checkMetadata';
import { checkPodSpec } from './checkPodSpec';
import { checkRollingUpdate } from './checkRollingUpdate';
import { checkSelector, hasUnknownOperator, selects } from './checkSelector';
import { FieldErrors } from './FieldErrors';

/** Checks what runs pods by a selector: Deployments, ReplicaSets, StatefulSets, DaemonSets. */
export function checkWorkload(
  object: JsonObject,
  { kind }: GroupVersionKind,
  errors: FieldErrors,
): void {
  const spec = part(object, 'spec') ?? {};
  errors.notNegative('spec.replicas', spec.replicas);
  const selector = part(spec, 'selector');
  const labels = part(part(part(spec, 'template'), 'metadata'), 'labels');
  if (!selector) {
    errors.required('spec.selector');
  } else {
    checkSelector(selector, 'spec.selector', errors);
    if (Object.keys(selector).length === 0) {
      errors.invalid(
        'spec.selector',
        selector,
        `empty selector is invalid for ${kind.toLowerCase()}`,
      );
    }
  }
  if (selector && hasUnknownOperator(selector)) {
    errors.invalid('spec.selector', selector, 'invalid label selector');
  } else if (!selector || !selects(selector, labels ?? {})) {
    errors.invalid(
      'spec.template.metadata.labels',
      labels,
      '`selector` does not match template `labels`',
    );
  }
  checkTemplate(spec, 'spec.template', errors);
  const policy = part(part(spec, 'template'), 'spec')?.restartPolicy;
  errors.oneOf('spec.template.spec.restartPolicy', policy, ['Always']);
  if (kind === 'Deployment') {
    checkRollingUpdate(spec, errors);
  }
}

/** Checks a pod template. */
export function checkTemplate(
  owner: JsonObject,
  field: string,
  errors: FieldErrors,
): void {
  const template = part(owner, 'template') ?? {};
  const metadata = part(template, 'metadata');
  checkLabels(metadata?.labels, `${field}.labels`, errors);
  checkPodSpec(part(template, 'spec') ?? {}, `${field}.spec`, errors);
}
