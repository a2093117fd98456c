/** Whether anybody looks at this tab. */
export interface PageVisibility {
  isHidden(): boolean;
  onChange(listener: () => void): () => void;
}

/** That of the document. */
export const documentVisibility: PageVisibility = {
  isHidden: () => document.visibilityState === 'hidden',
  onChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
