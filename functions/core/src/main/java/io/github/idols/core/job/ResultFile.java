package io.github.idols.core.job;

/** What a job leaves for its owner. */
public enum ResultFile {
  JSON("labels.json", "application/json"),
  CSV("labels.csv", "text/csv; charset=utf-8"),
  /** The names that {@link io.github.idols.core.gallery.MatcherKind#beside} gives. */
  BESIDE("labels-beside.json", "application/json"),
  VTT("labels.vtt", "text/vtt; charset=utf-8"),
  /** Who is in it, whoever is longest on screen first: for the card of a link. */
  CAST("cast.json", "application/json"),
  /** Pictures of the best faces; nothing is there of a video drawn before they were taken. */
  FACES("faces.json", "application/json"),
  /** What a link is shown by; nothing is there of a video drawn before it was made. */
  PREVIEW("preview.jpg", "image/jpeg"),
  VIDEO("annotated.mp4", "video/mp4");

  private final String file;
  private final String type;

  ResultFile(String file, String type) {
    this.file = file;
    this.type = type;
  }

  public String file() {
    return file;
  }

  /** Media type. */
  public String type() {
    return type;
  }
}
