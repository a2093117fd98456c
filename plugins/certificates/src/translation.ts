import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The words of the pages of certificates.
 *
 * @public
 */
export const certificatesTranslationRef = createTranslationRef({
  id: 'certificates',
  messages: {
    list: {
      label: 'Certificates',
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
      notIssued: 'not issued yet',
      none: 'No certificates',
      noneHint:
        'Certificates of cert-manager on the clusters of the fleet appear here, as far as you may see them.',
      noMatch: 'No certificate matches',
      noMatchHint: 'Clear a filter to see more.',
    },
    summary: {
      none: 'No certificates',
      well_one: 'The only certificate is healthy',
      well_other: 'All {{count}} certificates are healthy',
      unwell_one: '{{words}}, of {{count}} certificate',
      unwell_other: '{{words}}, of {{count}} certificates',
    },
    columns: {
      name: 'Name',
      hosts: 'Hosts',
      cluster: 'Cluster',
      issuer: 'Issuer',
      status: 'Status',
      expires: 'Expires',
      renews: 'Renews',
      owner: 'Owner',
    },
    impact: {
      certificates_one: '{{count}} certificate',
      certificates_other: '{{count}} certificates',
      names_one: '{{count}} name',
      names_other: '{{count}} names',
      services_one: '{{count}} service',
      services_other: '{{count}} services',
      clusters_one: '{{count}} cluster',
      clusters_other: '{{count}} clusters',
    },
    lifetime: {
      issued: 'Issued {{date}}',
      renewal: 'renewal due {{date}}',
      expires: 'expires {{date}}',
      over: '{{percent}} % of its life is over',
    },
    life: {
      issued: 'Issued',
      renewal: 'Renewal due',
      expires: 'Expires',
    },
    sentence: {
      expired: 'expired {{expires}}',
      notIssued: 'not issued yet: {{title}}',
      atRisk: 'stops working {{until}}',
      issuing: 'being issued since {{started}}; usually takes {{minutes}} min',
      issuingSoon: 'to be issued; usually takes {{minutes}} min',
      issuingAgain:
        'being issued again; the one in use is valid until {{expires}}',
      unknown: '{{title}}; by what was last known it expires {{expires}}',
      unknownAge: '{{title}}; whether it was ever issued is not known',
      valid: 'valid until {{expires}}; renews itself {{renews}}',
      validForever: 'valid, with no renewal planned',
      broken: '{{title}}; valid until {{expires}}',
      attempts_one: '{{count}} attempt left',
      attempts_other: '{{count}} attempts left',
      next: 'next {{time}}',
    },
    detail: {
      missing: 'There is no certificate {{name}} here',
      missingHint: 'It was deleted, or you may not see it.',
      gone: '{{name}} is not there any more',
      goneHint: 'Below is what was last known of it.',
      chain: 'How it is issued',
      actions: 'What can be done',
    },
    facts: {
      title: 'Facts',
      serves: 'Serves',
      where: 'Where',
      owner: 'Owner',
      issuer: 'Issuer',
      secret: 'Secret',
      revision: 'Issued',
      times_one: 'once',
      times_other: '{{count}} times',
      zone: 'DNS zone of its challenges',
      failures: 'Failures in a row',
      lastFailure: 'Last failure',
      attempts: 'Attempts left before it expires',
      attemptsOf: '{{left}} of {{total}}',
      next: 'Next attempt',
      retryAfter: 'The authority refuses until',
    },
    cause: {
      missing: 'There is no cause {{code}}',
      missingHint: 'Causes of certificates are listed in the handbook.',
      none: 'No certificate has it now',
      noneHint: 'Certificates that get it appear here by themselves.',
      have: 'Certificates that have it now',
      now_one: '{{count}} certificate has it now',
      now_other: '{{count}} certificates have it now',
    },
    card: {
      title: 'Certificates',
      expires: 'expires {{time}}',
    },
  },
});
