/**
 * Characters that no name may hold, because nobody sees them: control and format characters (such as the
 * one that turns the direction of writing), line and paragraph separators, halves of a broken pair.
 */
export const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
