package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.face.Box;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsCsvReaderTest {
  @Test
  void columnsAreFoundByNameAndOthersPassedOver() throws IOException {
    assertEquals(
        List.of(new LabelRow(7, new Box(1, 2, 3, 4), "Lisa")),
        read("track,name,h,w,y,x,frame\n99,Lisa,4,3,2,1,7\n"));
  }

  @Test
  void windowsFilesAreRead() throws IOException {
    assertEquals(
        List.of(
            new LabelRow(0, new Box(1.5, 2, 3, 4), "Lisa"),
            new LabelRow(1, new Box(1e1, 2, 3, 4), "unknown")),
        read("\uFEFFframe,x,y,w,h,name\r\n0, 1.5 ,2,3,4,\u00a0Lisa \r\n\r\n1,1e1,2,3,4,\r\n"));
  }

  @Test
  void quotedNamesMayHoldCommasQuotesAndLineBreaks() throws IOException {
    assertEquals(
        "Rosé, \"the\"\none",
        read("frame,x,y,w,h,name\n0,1,2,3,4,\"Rosé, \"\"the\"\"\none\"").get(0).name());
  }

  @Test
  void aLineBreakInANameCountsInLineNumbers() {
    LabelsFormatException e =
        assertThrows(
            LabelsFormatException.class,
            () -> read("frame,x,y,w,h,name\n0,1,2,3,4,\"a\nb\"\n0,oops,2,3,4,c\n"));
    assertEquals("truth.csv, line 4: x is 'oops', it must be a number", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| truth.csv: the file is empty, its first line must be frame,x,y,w,h,name",
        "frame,x,y,w,name| truth.csv, line 1: the header has no column h, it must name"
            + " frame,x,y,w,h,name",
        "frame,x,y,w,h,name;0,1,2,3| truth.csv, line 2: no h in this line",
        "frame,x,y,w,h,name;0.5,1,2,3,4,a| truth.csv, line 2: frame is '0.5', it must be a whole"
            + " number",
        "frame,x,y,w,h,name;0,1,2,3,4,a;0,1,NaN,3,4,a| truth.csv, line 3: y is 'NaN', it must be a"
            + " number",
        "frame,x,y,w,h,name;0,1,2,,4,a| truth.csv, line 2: w is '', it must be a number",
      })
  void whatIsWrongIsSaidWithFileAndLine(String text, String message) {
    LabelsFormatException e =
        assertThrows(LabelsFormatException.class, () -> read(text.replace(';', '\n')));
    assertEquals(message, e.getMessage());
  }

  @Test
  void aFileThatIsNotTextIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("labels.csv");
    Files.write(file, new byte[] {'f', (byte) 0xff, (byte) 0xfe, 0});

    LabelsFormatException e =
        assertThrows(LabelsFormatException.class, () -> LabelsCsvReader.read(file));
    assertEquals(file + ": not a text file in UTF-8", e.getMessage());
  }

  private static List<LabelRow> read(String text) throws IOException {
    return LabelsCsvReader.read(new StringReader(text), "truth.csv");
  }
}
