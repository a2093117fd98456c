import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * The language of the app, in the reader's own regional form where it has one,
 * so that words and dates fit together.
 *
 * @public
 */
export function useLocale(): string {
  const languages = useApi(appLanguageApiRef);
  const language = useSyncExternalStore(
    useCallback(
      listener => {
        const subscription = languages.language$().subscribe(listener);
        return () => subscription.unsubscribe();
      },
      [languages],
    ),
    () => languages.getLanguage().language,
  );
  const regional = navigator.languages.find(
    locale => locale === language || locale.startsWith(`${language}-`),
  );
  return regional ?? language;
}
