package io.github.idols.local.report;

import static io.github.idols.local.report.Html.number;
import static io.github.idols.local.report.Html.text;

import io.github.idols.core.face.Box;
import io.github.idols.core.score.Mistake;
import java.util.List;
import java.util.Locale;

/** Writes the worst mistakes, each as a card with its picture. */
final class MistakeCards {
  private final StringBuilder page;
  private final List<String> clips;

  MistakeCards(StringBuilder page, List<String> clips) {
    this.page = page;
    this.clips = clips;
  }

  void write(List<WorstMistake> mistakes) {
    page.append("<h2>The worst mistakes</h2>\n");
    if (mistakes.isEmpty()) {
      page.append("<p>There are none.</p>\n");
      return;
    }
    page.append("<p>The longest of each kind, on a frame in the middle of it.");
    if (mistakes.stream().anyMatch(m -> m.picture().isPresent())) {
      page.append(" Whole line: the true face; broken line: the label.");
    }
    page.append("</p>\n");
    for (Mistake.Kind kind : Mistake.Kind.values()) {
      List<WorstMistake> such = mistakes.stream().filter(m -> m.mistake().kind() == kind).toList();
      if (!such.isEmpty()) {
        page.append("<h3>").append(title(kind)).append("</h3>\n<div class=\"cards\">\n");
        such.forEach(this::card);
        page.append("</div>\n");
      }
    }
  }

  private static String title(Mistake.Kind kind) {
    return switch (kind) {
      case WRONG_NAME -> "Another idol's name";
      case STRANGER_NAMED -> "Strangers with an idol's name";
      case NO_FACE -> "An idol's name where the truth has no face";
      case NOT_NAMED -> "Idols left unknown";
      case MISSED -> "Idols without a box";
    };
  }

  private void card(WorstMistake worst) {
    Mistake mistake = worst.mistake();
    page.append("<figure>");
    worst.picture().ifPresent(picture -> picture(mistake, picture));
    page.append("<figcaption><b>")
        .append(text(mistake.truth()))
        .append("</b> → <b class=\"given\">")
        .append(text(mistake.given()))
        .append("</b><br>")
        .append(time(worst))
        .append("<br><small>")
        .append(mistake.frames())
        .append(mistake.frames() == 1 ? " frame, " : " frames, ")
        .append(mistake.firstFrame())
        .append("–")
        .append(mistake.lastFrame());
    if (clips.size() > 1) {
      page.append("<br>").append(text(clips.get(worst.clip())));
    }
    page.append("</small></figcaption></figure>\n");
  }

  private void picture(Mistake mistake, WorstMistake.Picture picture) {
    page.append("<div class=\"picture\"><img alt=\"")
        .append(text(mistake.truth() + ", labelled " + mistake.given()))
        .append("\" src=\"data:image/jpeg;base64,")
        .append(picture.base64())
        .append("\">");
    mistake.trueBox().ifPresent(box -> box("true", box, picture.shown()));
    mistake.givenBox().ifPresent(box -> box("given", box, picture.shown()));
    page.append("</div>");
  }

  /** In percent of what is shown, so that it fits at any size. */
  private void box(String kind, Box box, Box shown) {
    page.append("<i class=\"")
        .append(kind)
        .append("\" style=\"left:")
        .append(number(100 * (box.x() - shown.x()) / shown.width(), 2))
        .append("%;top:")
        .append(number(100 * (box.y() - shown.y()) / shown.height(), 2))
        .append("%;width:")
        .append(number(100 * box.width() / shown.width(), 2))
        .append("%;height:")
        .append(number(100 * box.height() / shown.height(), 2))
        .append("%\"></i>");
  }

  /** When the frame in the middle is on screen. */
  private static String time(WorstMistake worst) {
    long frame = worst.mistake().middle();
    if (worst.frameRate().isEmpty()) {
      return "frame " + frame;
    }
    long tenths = (long) (10 * frame / worst.frameRate().getAsDouble());
    return String.format(
        Locale.ROOT, "%d:%02d.%d (frame %d)", tenths / 600, tenths / 10 % 60, tenths % 10, frame);
  }
}
