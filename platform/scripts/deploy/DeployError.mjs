/** Something that the author of the change has to put right; no stack needed. */
export class DeployError extends Error {}
