package io.github.idols.core.job.fancam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.JobsContract;
import io.github.idols.core.job.NewJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of fancams does. */
public abstract class FancamsContract {
  private static final Fancam LISA = Fancam.asked("Lisa (리사)", 2, 3);

  private Job job;
  private JobId id;

  /** With whom the fancams go; may hold other jobs. */
  protected abstract Jobs jobs();

  /** The store; may hold fancams of other jobs. */
  protected abstract Fancams fancams();

  @BeforeEach
  void makeJob() {
    job = newJob();
    id = job.id();
  }

  private Job newJob() {
    NewJob made = JobsContract.newJob();
    jobs().create(made);
    return jobs().find(made.id()).orElseThrow();
  }

  private static Fancam of(String person) {
    return Fancam.asked(person, 0, 2);
  }

  @Test
  void keepsWhatWasAskedFor() {
    assertEquals(List.of(), fancams().of(id));
    assertTrue(fancams().ask(job, LISA));
    assertEquals(List.of(LISA), fancams().of(id));
    assertEquals(Optional.of(LISA), fancams().find(id, LISA.id()));
    assertEquals(Optional.empty(), fancams().find(id, of("Jennie").id()));
    assertEquals(List.of(), fancams().of(newJob().id()), "another's");
  }

  @Test
  void keepsEachOnce() {
    assertTrue(fancams().ask(job, LISA));
    assertFalse(fancams().ask(job, LISA));
    fancams().joined(id, LISA.id(), List.of());
    assertFalse(fancams().ask(job, LISA));
  }

  @Test
  void makesAFewAtATime() {
    for (int i = 0; i < Fancams.MOST_WORKING; i++) {
      assertTrue(fancams().ask(job, of("person " + i)));
    }
    assertFalse(fancams().ask(job, LISA));
    assertTrue(fancams().joined(id, of("person 1").id(), List.of()));
    assertTrue(fancams().ask(job, LISA));
  }

  @Test
  void keepsNoMoreThanItMay() {
    for (int i = 0; i < Fancams.MOST; i++) {
      assertTrue(fancams().ask(job, of("person " + i)));
      assertTrue(fancams().joined(id, of("person " + i).id(), List.of()));
    }
    assertFalse(fancams().ask(job, LISA));
    assertTrue(fancams().delete(id, of("person 0").id()));
    assertTrue(fancams().ask(job, LISA));
    assertEquals(Fancams.MOST, fancams().of(id).size());
  }

  @Test
  void countsEachCutChunkOnce() {
    fancams().ask(job, LISA);
    assertEquals(Set.of(2), fancams().cut(id, LISA.id(), 2).orElseThrow().cut());
    assertEquals(Set.of(0, 2), fancams().cut(id, LISA.id(), 0).orElseThrow().cut());
    Fancam twice = fancams().cut(id, LISA.id(), 2).orElseThrow();
    assertEquals(Set.of(0, 2), twice.cut());
    assertFalse(twice.isToBeJoined());
    Fancam last = fancams().cut(id, LISA.id(), 1).orElseThrow();
    assertTrue(last.isToBeJoined());
    assertEquals(Optional.of(last), fancams().find(id, LISA.id()));
  }

  @Test
  void nothingIsCutOfWhatIsNotThere() {
    assertEquals(Optional.empty(), fancams().cut(id, LISA.id(), 0));
    assertEquals(List.of(), fancams().of(id));
  }

  @Test
  void endsOnce() {
    assertFalse(fancams().joined(id, LISA.id(), List.of()));
    fancams().ask(job, LISA);
    assertTrue(fancams().joined(id, LISA.id(), List.of("No sound.")));
    assertFalse(fancams().joined(id, LISA.id(), List.of()));
    assertFalse(fancams().fail(id, LISA.id(), "Why?"));
    Fancam done = fancams().find(id, LISA.id()).orElseThrow();
    assertEquals(Fancam.State.DONE, done.state());
    assertEquals(List.of("No sound."), done.notes());
    assertEquals(Optional.empty(), done.reason());
  }

  @Test
  void failsWithAReason() {
    assertFalse(fancams().fail(id, LISA.id(), "Why?"));
    fancams().ask(job, LISA);
    fancams().cut(id, LISA.id(), 1);
    assertTrue(fancams().fail(id, LISA.id(), "Too small."));
    assertFalse(fancams().joined(id, LISA.id(), List.of()));
    Fancam failed = fancams().find(id, LISA.id()).orElseThrow();
    assertEquals(Fancam.State.FAILED, failed.state());
    assertEquals(Optional.of("Too small."), failed.reason());
  }

  @Test
  void beginsAnewWhereOneWasDeleted() {
    assertFalse(fancams().delete(id, LISA.id()));
    fancams().ask(job, LISA);
    fancams().ask(job, of("Jennie"));
    fancams().cut(id, LISA.id(), 1);
    assertTrue(fancams().delete(id, LISA.id()));
    assertEquals(List.of(of("Jennie")), fancams().of(id));
    assertEquals(Optional.empty(), fancams().cut(id, LISA.id(), 2));
    assertTrue(fancams().ask(job, LISA));
    assertEquals(Optional.of(LISA), fancams().find(id, LISA.id()));
  }

  @Test
  void tellsWhichAreInTheMaking() {
    fancams().ask(job, LISA);
    fancams().ask(job, of("Jennie"));
    fancams().ask(job, of("Rosé"));
    fancams().joined(id, of("Jennie").id(), List.of());
    fancams().fail(id, of("Rosé").id(), "Why?");
    assertEquals(
        List.of(LISA.id()),
        fancams().working().stream()
            .filter(key -> key.job().equals(id))
            .map(Fancams.Key::fancam)
            .toList());
  }

  @Test
  void goWithTheirJob() {
    fancams().ask(job, LISA);
    assertTrue(jobs().delete(id));
    assertEquals(List.of(), fancams().of(id));
    assertEquals(Optional.empty(), fancams().cut(id, LISA.id(), 0));
    assertTrue(fancams().working().stream().noneMatch(key -> key.job().equals(id)));
  }

  @Test
  void areInNoJobsWay() {
    fancams().ask(job, LISA);
    assertTrue(jobs().unfinished().stream().anyMatch(each -> each.id().equals(id)));
    assertEquals(List.of(), jobs().expired(Instant.EPOCH));
    assertEquals(Optional.of(job), jobs().find(id));
  }
}
