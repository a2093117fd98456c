/** Why the repo-server could not make manifests, with its gRPC status. */
export class ManifestError extends Error {
  constructor(
    text: string,
    code: 'Unknown' | 'FailedPrecondition' | 'Internal' = 'Unknown',
  ) {
    super(`rpc error: code = ${code} desc = ${text}`);
    this.name = 'ManifestError';
  }
}
