import { isError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { fleetTranslationRef } from '../translation';

/** What went wrong, in the backend's own words rather than as a number. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslationRef(fleetTranslationRef);

  return error => {
    if (!isError(error)) {
      return String(error);
    }
    // What a browser throws where nothing answers, each in its own words.
    if (
      error.name === 'TypeError' &&
      /fetch|network|load/i.test(error.message)
    ) {
      return t('states.unreachable');
    }
    const answered = 'statusCode' in error ? error.cause : undefined;
    return isError(answered) ? answered.message : error.message;
  };
}
