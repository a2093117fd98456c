/** Longer texts of a cloud are cut: the cause stands at their beginning. */
export const LONGEST_WORDS = 4000;
