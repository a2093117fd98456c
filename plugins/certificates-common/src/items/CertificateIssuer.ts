/** Who signs a certificate, as `spec.issuerRef` names it. @public */
export interface CertificateIssuer {
  /** `Issuer`, `ClusterIssuer`, or a kind of somebody else's. */
  kind: string;
  /** Name of the object. */
  name: string;
  /** `cert-manager.io` unless it is somebody else's. */
  group: string;
}
