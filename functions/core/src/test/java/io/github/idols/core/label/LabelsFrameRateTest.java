package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LabelsFrameRateTest {
  @Test
  void firstAndLastFrameTellIt() throws IOException {
    assertEquals(
        OptionalDouble.of(24), read("frame,name,time\n48,a,2.0\n0,\"b,c\",0.000\n24,d,1.000\n"));
  }

  @Test
  void aVideoMayBeginLate() throws IOException {
    assertEquals(OptionalDouble.of(25), read("time,frame\n10,0\n12,50\n"));
  }

  @Test
  void withoutTwoTimesThereIsNone() throws IOException {
    assertEquals(OptionalDouble.empty(), read(""));
    assertEquals(OptionalDouble.empty(), read("frame,x,y,w,h,name\n0,1,1,1,1,a\n"));
    assertEquals(OptionalDouble.empty(), read("frame,time\n"));
    assertEquals(OptionalDouble.empty(), read("frame,time\n3,0.1\n3,0.1\n"));
    assertEquals(OptionalDouble.empty(), read("frame,time\n3,0.1\n4\n5,soon\n"));
    assertEquals(OptionalDouble.empty(), read("frame,time\n0,1\n9,0\n"));
  }

  private static OptionalDouble read(String text) throws IOException {
    return LabelsFrameRate.read(new StringReader(text));
  }
}
