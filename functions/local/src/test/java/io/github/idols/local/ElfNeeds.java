package io.github.idols.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.TreeSet;

/**
 * The symbol versions that a 64-bit little-endian ELF library needs of others, such as {@code
 * GLIBC_2.17}: its section of type SHT_GNU_verneed, as the Linux Standard Base describes it.
 */
final class ElfNeeds {
  private static final int MAGIC = 0x464c457f;
  private static final int SHT_GNU_VERNEED = 0x6ffffffe;
  private static final int CLASS_64 = 2;
  private static final int LITTLE_ENDIAN = 1;

  private ElfNeeds() {}

  static Set<String> of(byte[] library) {
    ByteBuffer elf = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
    if (elf.getInt(0) != MAGIC || elf.get(4) != CLASS_64 || elf.get(5) != LITTLE_ENDIAN) {
      throw new IllegalArgumentException("not a 64-bit little-endian ELF file");
    }
    int sections = Math.toIntExact(elf.getLong(0x28));
    int sectionSize = elf.getShort(0x3a);
    int count = elf.getShort(0x3c);
    Set<String> needs = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      int section = sections + i * sectionSize;
      if (elf.getInt(section + 4) == SHT_GNU_VERNEED) {
        int strings = offset(elf, sections + elf.getInt(section + 0x28) * sectionSize);
        addNeeds(elf, offset(elf, section), elf.getInt(section + 0x2c), strings, needs);
      }
    }
    return needs;
  }

  private static int offset(ByteBuffer elf, int section) {
    return Math.toIntExact(elf.getLong(section + 0x18));
  }

  /** Walks the list of files needed (Verneed) and of each one's versions (Vernaux). */
  private static void addNeeds(
      ByteBuffer elf, int first, int files, int strings, Set<String> needs) {
    int file = first;
    for (int i = 0; i < files; i++) {
      int version = file + elf.getInt(file + 8);
      for (int j = 0; j < elf.getShort(file + 2); j++) {
        needs.add(text(elf, strings + elf.getInt(version + 8)));
        version += elf.getInt(version + 12);
      }
      file += elf.getInt(file + 12);
    }
  }

  private static String text(ByteBuffer elf, int from) {
    StringBuilder text = new StringBuilder();
    for (int at = from; elf.get(at) != 0; at++) {
      text.append((char) elf.get(at));
    }
    return text.toString();
  }
}
