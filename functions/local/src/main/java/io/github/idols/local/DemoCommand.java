package io.github.idols.local;

import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.label.Evaluation;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.local.demo.DemoMaker;
import io.github.idols.local.demo.DemoMedia;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the demo, labels it and scores the labels. */
final class DemoCommand {
  private final Studio studio;
  private final Progress progress;
  private final Terminal terminal;

  DemoCommand(Studio studio, Progress progress, Terminal terminal) {
    this.studio = studio;
    this.progress = progress;
    this.terminal = terminal;
  }

  /**
   * Does it once.
   *
   * @param folder for the film and the result; a film that is there is used again
   * @return the scores
   */
  Evaluation once(Path folder, int workers) throws UserError, IOException {
    progress.begin("filming", DemoMaker.frames(), "frames", 0);
    DemoMedia media = new DemoMaker().make(folder, progress::done);
    progress.end();
    Path result = folder.resolve("result");
    MatcherKind rule = MatcherKind.CENTROID;
    new LabelVideo(studio, progress, terminal)
        .label(
            new LabelRequest(
                media.video(),
                media.gallery(),
                result,
                rule,
                rule.defaultTolerance(),
                false,
                workers,
                VideoPlanner.USUAL_SECONDS));
    Evaluation evaluation =
        Evaluation.of(
            LabelsCsvReader.read(media.truth()),
            LabelsCsvReader.read(result.resolve("labels.csv")),
            1);
    evaluation.lines().forEach(terminal.out()::println);
    terminal.out().println();
    terminal.out().println("the gallery:    " + media.gallery());
    terminal.out().println("the video:      " + media.video());
    terminal.out().println("what came out:  " + result.resolve("annotated.mp4"));
    terminal.out().println("at a glance:    " + result.resolve("contact-sheet.jpg"));
    return evaluation;
  }
}
