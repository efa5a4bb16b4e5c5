package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.idols.core.face.Box;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Five frames in ticks of a millisecond, the third of which stays twice as long. */
class LabelWritersTest {
  private static final VideoInfo VIDEO =
      new VideoInfo(640, 360, 0, new Rational(1, 1000), new Rational(20, 1), 0.3, 5, "h264", true);
  private static final List<Long> PTS = List.of(0L, 50L, 100L, 200L, 250L);

  @Test
  void csvHasARowForEveryFaceOnEveryFrameFromLeftToRight() throws IOException {
    assertEquals(
        """
        frame,x,y,w,h,name,time,track,confidence,stranger
        0,50.0,20.0,30.1,40.0,unknown,0.000,1,0.500,3
        0,100.3,20.0,30.1,40.0,"Rosé, ""the"" one",0.000,0,0.988,
        1,50.0,20.0,30.1,40.0,unknown,0.050,1,0.500,3
        1,101.3,20.0,30.1,40.0,"Rosé, ""the"" one",0.050,0,0.988,
        3,10.0,20.0,30.1,40.0,<Lisa>,0.200,2,0.700,
        4,11.0,20.0,30.1,40.0,<Lisa>,0.250,2,0.700,
        """,
        csv(sample()));
  }

  @Test
  void csvIsTheSameInEveryLanguage() throws IOException {
    String expected = csv(sample());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, csv(sample()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void csvIsReadBackAsItWasWritten() throws IOException {
    List<LabelRow> rows = LabelsCsvReader.read(new StringReader(csv(sample())), "labels.csv");

    assertEquals(6, rows.size());
    assertEquals(new LabelRow(1, new Box(101.3, 20, 30.1, 40), "Rosé, \"the\" one"), rows.get(3));
  }

  @Test
  void jsonTellsNamesInOtherScriptsOfThoseWhoHaveSome() throws IOException {
    PersonNames lisa =
        new PersonNames("<Lisa>", Optional.of("리사"), Optional.empty(), Optional.of("Lalisa"));
    Labels labels =
        sample()
            .withNames(
                List.of(
                    lisa,
                    PersonNames.of("Rosé, \"the\" one"),
                    new PersonNames(
                        "Nobody", Optional.of("아무도"), Optional.empty(), Optional.empty())));
    StringBuilder plain = new StringBuilder();
    StringBuilder named = new StringBuilder();
    LabelsJson.write(sample(), plain);
    LabelsJson.write(labels, named);

    String line =
        "\"names\":[{\"name\":\"\\u003cLisa>\",\"korean\":\"리사\",\"english\":\"Lalisa\"}],\n";
    assertEquals(plain.toString(), named.toString().replace(line, ""));
    assertEquals(plain.length() + line.length(), named.length());
    assertEquals(csv(sample()), csv(labels));
  }

  @Test
  void theCastHasWhoeverIsLongestOnScreenFirstAndNoStrangers() throws IOException {
    StringBuilder out = new StringBuilder();
    CastJson.write(CastMember.of(twice(sample())), out);

    assertEquals(
        """
        {"version":1,
        "cast":[
        {"name":"\\u003cLisa>","seconds":0.2},
        {"name":"Rosé, \\"the\\" one","seconds":0.1}]}
        """,
        out.toString());
  }

  /** With the last label's track as two. */
  private static Labels twice(Labels labels) {
    List<Label> all = new ArrayList<>(labels.labels());
    Label last = all.get(all.size() - 1);
    all.add(last);
    return new Labels(labels.video(), labels.framePts(), labels.people(), labels.shots(), all);
  }

  @Test
  void jsonHoldsWhatAPlayerNeeds() throws IOException {
    StringBuilder out = new StringBuilder();
    LabelsJson.write(sample(), out);

    assertEquals(
        """
        {"version":1,
        "video":{"width":640,"height":360,"frames":5,"duration":0.3,"frameRate":[20,1],\
        "timeBase":[1,1000],"codec":"h264","audio":true},
        "frameTimes":{"first":0,"steps":[[50,2],[100,1],[50,1]]},
        "people":["\\u003cLisa>","Rosé, \\"the\\" one"],
        "shots":[[0,2],[3,4]],
        "tracks":[
        {"id":0,"name":"Rosé, \\"the\\" one","known":true,"confidence":0.988,"firstFrame":0,\
        "lastFrame":1,"start":0,"end":0.1,"boxes":[[0,100.3,20,30.1,40],[1,101.3,20,30.1,40]]},
        {"id":1,"name":"unknown","known":false,"stranger":3,"confidence":0.5,"firstFrame":0,\
        "lastFrame":1,"start":0,"end":0.1,"boxes":[[0,50,20,30.1,40],[1,50,20,30.1,40]]},
        {"id":2,"name":"\\u003cLisa>","known":true,"confidence":0.7,"firstFrame":3,\
        "lastFrame":4,"start":0.2,"end":0.3,"boxes":[[3,10,20,30.1,40],[4,11,20,30.1,40]]}]}
        """,
        out.toString());
  }

  @Test
  void whereStrangersAreNotToldApartNoNumberIsWritten() throws IOException {
    Labels labels = labels(label(Label.UNKNOWN, 0.5, track(0, 1, 50, 0)));
    StringBuilder json = new StringBuilder();
    LabelsJson.write(labels, json);

    assertFalse(json.toString().contains("stranger"), json.toString());
    assertEquals("0,50.0,20.0,30.1,40.0,unknown,0.000,0,0.500,", csv(labels).split("\n", -1)[1]);
  }

  @Test
  void vttSaysWhoIsOnScreenAndLeavesUnknownFacesOut() throws IOException {
    assertEquals(
        """
        WEBVTT

        00:00:00.000 --> 00:00:00.100
        Rosé, "the" one

        00:00:00.200 --> 00:00:00.300
        &lt;Lisa&gt;
        """,
        vtt(sample()));
  }

  @Test
  void vttCuesLastAsLongAsTheSamePeopleAreOnScreen() throws IOException {
    // Two tracks of one person touch, another person joins for the last frame.
    Labels labels =
        labels(
            label("Lisa", 0.9, track(0, 2, 10, 0)),
            label("Lisa", 0.9, track(2, 3, 300, 0)),
            label("Ann & <Bo>\n-->", 0.9, track(4, 1, 10, 0)));

    assertEquals(
        """
        WEBVTT

        00:00:00.000 --> 00:00:00.250
        Lisa

        00:00:00.250 --> 00:00:00.300
        Lisa, Ann &amp; &lt;Bo&gt; --&gt;
        """,
        vtt(labels, "Lisa", "Ann & <Bo>\n-->"));
  }

  @Test
  void aVideoWithoutFacesMakesWholeFiles() throws IOException {
    assertEquals("frame,x,y,w,h,name,time,track,confidence,stranger\n", csv(labels()));
    assertEquals("WEBVTT\n", vtt(labels()));
  }

  private static Labels sample() {
    return labels(
        label("Rosé, \"the\" one", 0.9876, track(0, 2, 100.25, 1)),
        new Label(track(0, 2, 50, 0), Label.UNKNOWN, 0.5, 3),
        label("<Lisa>", 0.7, track(3, 2, 10, 1)));
  }

  private static Labels labels(Label... labels) {
    return new Labels(
        VIDEO,
        PTS,
        List.of("<Lisa>", "Rosé, \"the\" one"),
        List.of(new Shot(0, 2), new Shot(3, 4)),
        List.of(labels));
  }

  private static Label label(String name, double confidence, Track track) {
    return new Label(track, name, confidence);
  }

  private static Track track(long first, int frames, double x, double step) {
    List<TrackBox> boxes = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      boxes.add(new TrackBox(first + i, new Box(x + i * step, 20, 30.06, 40)));
    }
    return new Track(boxes, List.of());
  }

  private static String csv(Labels labels) throws IOException {
    StringBuilder out = new StringBuilder();
    LabelsCsv.write(labels, out);
    return out.toString();
  }

  private static String vtt(Labels labels, String... people) throws IOException {
    StringBuilder out = new StringBuilder();
    LabelsVtt.write(
        people.length == 0
            ? labels
            : new Labels(
                labels.video(),
                labels.framePts(),
                List.of(people),
                labels.shots(),
                labels.labels()),
        out);
    return out.toString();
  }
}
