package io.github.idols.local.clips;

import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.video.Pictures;
import io.github.idols.vision.video.Still;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The pictures of a role, each shown once before one is shown again. */
final class Deck {
  private final String name;
  private final List<FacePicture> pictures;
  private final Pictures reader = new Pictures();
  private int next;

  Deck(String name, List<FacePicture> pictures, Random random) {
    this.name = name;
    this.pictures = new ArrayList<>(pictures);
    Collections.shuffle(this.pictures, random);
  }

  String name() {
    return name;
  }

  int size() {
    return pictures.size();
  }

  /** Cuts the person out of the next picture. */
  Portrait draw() throws IOException {
    FacePicture picture = pictures.get(next++ % pictures.size());
    try (Still still = reader.read(picture.file())) {
      return Portrait.of(still.frame(), picture.face());
    } catch (RefusedException e) {
      throw new IOException(picture.file() + ": " + e.getMessage(), e);
    }
  }
}
