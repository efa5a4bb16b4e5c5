package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code train} says of its input, before the process that trains is begun. */
class TrainCommandTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    for (int i = 0; i < 4; i++) {
      Shell.write(folder.resolve("people/ann/" + i + ".jpg"), "0");
      Shell.write(folder.resolve("people/bo/" + i + ".jpg"), "90");
    }
  }

  private Shell train(Object... more) {
    Object[] words = new Object[more.length + 4];
    words[0] = "train";
    words[1] = folder.resolve("people");
    words[2] = "--out";
    words[3] = folder.resolve("model.zip");
    System.arraycopy(more, 0, words, 4, more.length);
    return Shell.run(PlainStudio::new, words);
  }

  private static void assertComplaints(Shell shell, String... sentences) {
    assertEquals(2, shell.code(), shell.err());
    assertEquals(List.of(sentences), shell.complaints());
  }

  private static final String NOT_BUILT =
      "idols: the program that trains is not built: start with the script, ./idols train";

  @Test
  void onePersonCannotBeToldApart() throws IOException {
    Path alone = folder.resolve("alone");
    Shell.write(alone.resolve("ann/1.jpg"), "0");
    assertComplaints(
        Shell.run(PlainStudio::new, "train", alone, "--out", folder.resolve("m.zip")),
        "idols: "
            + alone
            + " has one person only, ann, and a classifier tells people apart: add a folder for"
            + " somebody else");
  }

  @Test
  void whoeverHasTooFewPicturesIsLeftOutByNameAndTheOthersAreTrained() throws IOException {
    Shell.write(folder.resolve("people/cy/1.jpg"), "200");
    Shell.write(folder.resolve("people/cy/2.jpg"), "200");
    Shell.write(folder.resolve("people/cy/3.jpg"), "a landscape");
    assertComplaints(
        train(),
        "idols: warning: cy/3.jpg is not used: no face found",
        "idols: warning: cy is left out: 2 pictures are usable (cy/1.jpg, cy/2.jpg), at least 3 are needed, 10"
            + " or more are best",
        NOT_BUILT);
  }

  @Test
  void fewerThanTwoPeopleWithFacesStopIt() throws IOException {
    for (int i = 0; i < 4; i++) {
      Shell.write(folder.resolve("people/bo/" + i + ".jpg"), "a landscape");
    }
    Shell shell = train();
    assertEquals(2, shell.code());
    assertTrue(
        shell.complaints().get(shell.complaints().size() - 1).contains("fewer than two people in"),
        shell.err());
  }

  @Test
  void formatsThatAreNotReadAndStrangersInTheTestAreNamed() throws IOException {
    Shell.write(folder.resolve("people/ann/x.heic"), "0");
    Shell.write(folder.resolve("test/ann/1.jpg"), "0");
    Shell.write(folder.resolve("test/dee/1.jpg"), "0");
    assertComplaints(
        train("--test", folder.resolve("test")),
        "idols: warning: ann/x.heic is not used: this format is not read, save it as jpg, png or webp",
        "idols: warning: the test's dee is nobody who is learnt",
        NOT_BUILT);
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertComplaints(train("--epochs", "0"), "idols: --epochs is between 1 and 1000, not 0");
    assertComplaints(
        train("--learning-rate", "0"),
        "idols: --learning-rate is above 0 and at most 0.1, not 0.0");
    assertComplaints(
        train("--test-split", "1"), "idols: --test-split is from 0 to below 1, not 1.0");
    assertComplaints(
        Shell.run(PlainStudio::new, "train", folder.resolve("people"), "--out", "model"),
        "idols: --out names the model to make, for instance MODEL.zip, not model");
  }

  @Test
  void labelSaysWhatAModelIsFor() throws IOException {
    Path video = Shell.write(folder.resolve("mv.mp4"), "0\n90\n");
    Path out = folder.resolve("out");
    assertComplaints(
        Shell.run(PlainStudio::new, "label", video, "--out", out),
        "idols: say who is to be found: --gallery DIR, or --matcher classifier --model MODEL.zip");
    assertComplaints(
        Shell.run(PlainStudio::new, "label", video, "--out", out, "--model", "m.zip"),
        "idols: --model goes with --matcher classifier");
    Path model = Shell.write(folder.resolve("m.zip"), "no model");
    assertComplaints(
        Shell.run(
            PlainStudio::new,
            "label",
            video,
            "--out",
            out,
            "--matcher",
            "classifier",
            "--model",
            model),
        "idols: "
            + model
            + ": this is not a trained model: a zip with network.tflite and classifier.bin; name a"
            + " zip that ./idols train wrote");
  }

  @Test
  void aGalleryAloneTrainsALayerOnItsFaces() throws IOException {
    Path video = Shell.write(folder.resolve("mv.mp4"), "3\n88\n200\n");
    Shell shell =
        Shell.run(
            PlainStudio::new,
            "label",
            video,
            "--out",
            folder.resolve("out"),
            "--matcher",
            "classifier",
            "--gallery",
            folder.resolve("people"));
    assertEquals(0, shell.code(), shell.err());
    assertTrue(shell.out().contains("2 of 3 faces named, 2 of 2 people seen"), shell.out());
  }
}
