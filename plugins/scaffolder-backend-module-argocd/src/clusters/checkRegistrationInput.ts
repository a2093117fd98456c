import { InputError } from '@backstage/errors';

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const ZONE = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const COMPONENT = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const RESERVED =
  /^(([a-z0-9-]+\.)*slipway\.dev|argocd\.argoproj\.io|([a-z0-9-]+\.)*k(ubernete|8)s\.io)\//;

export interface RegistrationInput {
  name: string;
  zone?: string;
  stage?: string;
  components?: string[];
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  proxyUrl?: string;
}

/** Throws an InputError with everything that is wrong. */
export function checkRegistrationInput(input: RegistrationInput): void {
  const { annotations = {}, components = [], labels = {} } = input;
  const problems = [
    ...(NAME.test(input.name)
      ? []
      : [
          `"${input.name}" cannot be the name of a cluster: up to 63 lower-case letters, digits and hyphens`,
        ]),
    ...(!input.zone || ZONE.test(input.zone)
      ? []
      : [`"${input.zone}" is not a DNS zone`]),
    ...(!input.stage || LABEL_VALUE.test(input.stage)
      ? []
      : [`The stage "${input.stage}" cannot be the value of a label`]),
    ...components
      .filter(component => !COMPONENT.test(component))
      .map(component => `"${component}" is not the name of a component`),
    ...Object.entries(labels)
      .filter(([, value]) => !LABEL_VALUE.test(value))
      .map(
        ([key, value]) => `"${value}" cannot be the value of the label ${key}`,
      ),
    ...[...Object.keys(labels), ...Object.keys(annotations)]
      .filter(key => RESERVED.test(key))
      .map(key => `${key} is not for free use`),
    ...proxyProblems(input.proxyUrl),
  ];
  if (problems.length > 0) {
    throw new InputError(problems.join('. '));
  }
}

function proxyProblems(proxyUrl: string | undefined): string[] {
  // Templates give an empty text for what they do not know.
  if (!proxyUrl) {
    return [];
  }
  const url = URL.canParse(proxyUrl) ? new URL(proxyUrl) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return ['The proxy needs an http or https address'];
  }
  return url.username || url.password
    ? [
        'The address of the proxy holds a password, which would be shown with the task',
      ]
    : [];
}
