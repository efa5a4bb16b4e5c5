package io.github.idols.core.gallery;

/**
 * The person of a gallery who is most like a face, by the rule of a {@link Matcher}.
 *
 * @param person name of the most similar person
 * @param known whether the rule takes the face to be that person's; otherwise it is unknown
 * @param score how alike they are, larger is more alike; scores compare only within one rule
 */
public record Match(String person, boolean known, double score) {}
