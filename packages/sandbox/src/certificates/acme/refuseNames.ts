/** Why the sandbox's CA takes no order for some names; `undefined` when it does. */
export function refuseNames(names: string[]): string | undefined {
  const refused = names.find(name => !isLocal(name));
  if (refused === undefined) {
    return undefined;
  }
  return `400 urn:ietf:params:acme:error:rejectedIdentifier: Invalid identifiers requested :: Cannot issue for "${refused}": The ACME server of the sandbox signs names under "localhost" only`;
}

/** Only names that lead back to this machine: the CA must not vouch for anybody else's. */
function isLocal(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost');
}
