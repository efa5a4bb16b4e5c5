package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void tellWhatIsSet() {
    Settings settings = Settings.of(Map.of(Settings.Name.JOBS_TABLE, "jobs-of-the-test"));
    assertEquals("jobs-of-the-test", settings.get(Settings.Name.JOBS_TABLE));
  }

  @Test
  void sayWhatIsMissing() {
    for (Settings settings :
        new Settings[] {
          Settings.of(Map.of()), Settings.of(Map.of(Settings.Name.JOBS_TABLE, " "))
        }) {
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> settings.get(Settings.Name.JOBS_TABLE));
      assertEquals(
          "The environment variable JOBS_TABLE is not set: see template.yaml for its value.",
          e.getMessage());
    }
  }

  /** A function has the settings that it needs, and no others. */
  @Test
  void areAskedForOnlyWhenTheyAreNeeded() {
    Settings settings = Settings.of(Map.of(Settings.Name.RESULTS_BUCKET, "results"));
    try (Cloud cloud = new Cloud(AwsClients.ofEnvironment(), settings)) {
      assertEquals("results", cloud.settings().get(Settings.Name.RESULTS_BUCKET));
      assertThrows(IllegalStateException.class, cloud::tasks);
    }
  }
}
