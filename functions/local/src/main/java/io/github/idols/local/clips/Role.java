package io.github.idols.local.clips;

import java.util.List;

/**
 * Who is seen in a clip.
 *
 * @param name what the truth calls them: a person of the clip's gallery, or {@code unknown}
 * @param pictures to be shown, none of which is in the gallery; at least one
 */
public record Role(String name, List<FacePicture> pictures) {
  public Role {
    pictures = List.copyOf(pictures);
  }
}
