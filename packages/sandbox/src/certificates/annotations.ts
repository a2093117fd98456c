const PREFIX = 'cert-manager.io';

/** Annotations and labels by which cert-manager's objects refer to each other. */
export const annotations = {
  altNames: `${PREFIX}/alt-names`,
  certificateName: `${PREFIX}/certificate-name`,
  certificateRevision: `${PREFIX}/certificate-revision`,
  commonName: `${PREFIX}/common-name`,
  ipSans: `${PREFIX}/ip-sans`,
  uriSans: `${PREFIX}/uri-sans`,
  issuerGroup: `${PREFIX}/issuer-group`,
  issuerKind: `${PREFIX}/issuer-kind`,
  issuerName: `${PREFIX}/issuer-name`,
  privateKeySecretName: `${PREFIX}/private-key-secret-name`,
  /** A label: a Secret with the key of a certificate that is being issued. */
  nextPrivateKey: `${PREFIX}/next-private-key`,
  /** A label: a Secret that the controller looks at. */
  controllerSecret: `controller.${PREFIX}/fao`,
} as const;
