import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * The language of the app, in the reader's own regional form where it has one,
 * so that words and dates fit together.
 *
 * @public
 */
export function useLocale(): string {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const regional = navigator.languages.find(
    locale => locale === language || locale.startsWith(`${language}-`),
  );
  return regional ?? language;
}
