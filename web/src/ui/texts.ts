/** A table of words as it may be in any language: the same names and the same parts to fill in, other sentences. */
export type InAnyLanguage<T> = T extends string
  ? string
  : T extends (...parts: infer P) => string
    ? (...parts: P) => string
    : { readonly [K in keyof T]: InAnyLanguage<T[K]> };
