/** Where the accounts are, on every cluster. */
export const ACCOUNTS_NAMESPACE = 'slipway-system';

/** Label of all that belongs to an account. */
export const ACCOUNT_LABEL = 'slipway.dev/account';

/** Argo CD's, the fleet's, and that of the fleet's operations. */
export type AccountName =
  | 'argocd-manager'
  | 'slipway-reader'
  | 'slipway-operator';
