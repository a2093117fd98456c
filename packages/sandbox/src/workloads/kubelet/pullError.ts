const NAME =
  /^(?:[a-zA-Z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/** Whether a container runtime can make sense of an image's name. */
export function isImageName(image: string): boolean {
  return NAME.test(image);
}

/** What containerd says when it cannot get an image. */
export function pullError(image: string): string {
  const reference = fullReference(image);
  const failed = `failed to pull and unpack image "${reference}": failed to resolve reference "${reference}"`;
  const host = reference.slice(0, reference.indexOf('/'));
  if (host.split(':')[0].endsWith('.localhost')) {
    return `rpc error: code = NotFound desc = ${failed}: ${reference}: not found`;
  }
  // No other registry can be reached from the sandbox.
  const server = host === 'docker.io' ? 'registry-1.docker.io' : host;
  const [, repository, version] =
    /^[^/]+\/([^@:]+)(?::[^@]+)?[@:](.+)$/.exec(reference) ?? [];
  return `rpc error: code = Unknown desc = ${failed}: failed to do request: Head "https://${server}/v2/${repository}/manifests/${version}": dial tcp: lookup ${server}: no such host`;
}

function fullReference(image: string): string {
  const [first, ...rest] = image.split('/');
  const hasHost =
    rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const path = rest.length ? image : `library/${image}`;
  const named = hasHost ? image : `docker.io/${path}`;
  const last = named.slice(named.lastIndexOf('/'));
  return /[@:]/.test(last) ? named : `${named}:latest`;
}
