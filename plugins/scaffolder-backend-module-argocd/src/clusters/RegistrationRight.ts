/**
 * How much a caller may register: what they ask for; or, when their token has
 * expired since they ordered a cluster, that cluster as it was ordered.
 */
export type RegistrationRight = 'as-asked' | 'as-ordered';
