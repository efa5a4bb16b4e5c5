package io.github.idols.core.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.binary.Cuts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanCodecTest {
  private final Random random = new Random(1);

  private static byte[] file(Plan plan) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    PlanCodec.write(plan, file);
    return file.toByteArray();
  }

  private Plan plan(int chunks) {
    List<Chunk> list = new ArrayList<>();
    for (int i = 0; i < chunks; i++) {
      long end = i + 1 == chunks ? Chunk.TO_THE_END : random.nextLong();
      list.add(new Chunk(i, random.nextLong(), end, random.nextInt(300)));
    }
    VideoInfo video =
        new VideoInfo(
            1 + random.nextInt(4000),
            1 + random.nextInt(4000),
            90,
            new Rational(1, 12_800),
            new Rational(24_000, 1001),
            random.nextDouble() * 3600,
            random.nextInt(100_000),
            "h264",
            random.nextBoolean());
    return new Plan(video, list);
  }

  @Test
  void aPlanComesBackAsItWas() throws IOException {
    for (int chunks : new int[] {0, 1, 2, 400}) {
      Plan plan = plan(chunks);
      assertEquals(plan, PlanCodec.read(new ByteArrayInputStream(file(plan))));
    }
  }

  @Test
  void whatIsNoWholePlanIsSaid() throws IOException {
    Cuts.assertOnlyTheWholeFileIsRead(file(plan(5)), PlanCodec::read);
  }
}
