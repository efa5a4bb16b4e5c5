package io.github.idols.vision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a shared library (ELF, 64 bits, little endian) asks of the machine.
 *
 * <p>Offsets are those of the ELF specification and, for {@code .gnu.version_r}, of the Linux
 * Standard Base.
 *
 * @param needed libraries that it is linked with
 * @param symbolVersions versions of the symbols that it takes from them, for instance GLIBC_2.17
 */
record ElfLibrary(Set<String> needed, Set<String> symbolVersions) {
  private static final int MAGIC = 0x464c457f;
  private static final int SECTION_DYNAMIC = 6;
  private static final int SECTION_VERSION_NEEDS = 0x6ffffffe;
  private static final int TAG_NEEDED = 1;

  static ElfLibrary read(byte[] file) {
    ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (elf.getInt(0) != MAGIC || elf.get(4) != 2 || elf.get(5) != 1) {
      throw new IllegalArgumentException("not a 64-bit little-endian ELF file");
    }
    Set<String> needed = new TreeSet<>();
    Set<String> versions = new TreeSet<>();
    int sections = (int) elf.getLong(0x28);
    int entrySize = elf.getShort(0x3a);
    int count = elf.getShort(0x3c);
    for (int i = 0; i < count; i++) {
      int section = sections + i * entrySize;
      int offset = (int) elf.getLong(section + 0x18);
      int size = (int) elf.getLong(section + 0x20);
      int strings = (int) elf.getLong(sections + elf.getInt(section + 0x28) * entrySize + 0x18);
      switch (elf.getInt(section + 4)) {
        case SECTION_DYNAMIC -> readNeeded(elf, offset, size, strings, needed);
        case SECTION_VERSION_NEEDS ->
            readVersions(elf, offset, elf.getInt(section + 0x2c), strings, versions);
        default -> {}
      }
    }
    return new ElfLibrary(needed, versions);
  }

  private static void readNeeded(
      ByteBuffer elf, int offset, int size, int strings, Set<String> needed) {
    for (int entry = offset; entry < offset + size; entry += 16) {
      if (elf.getLong(entry) == TAG_NEEDED) {
        needed.add(string(elf, strings + (int) elf.getLong(entry + 8)));
      }
    }
  }

  /** One record for each library, and behind it one for each version that is needed of it. */
  private static void readVersions(
      ByteBuffer elf, int offset, int libraries, int strings, Set<String> versions) {
    int library = offset;
    for (int i = 0; i < libraries; i++) {
      int version = library + elf.getInt(library + 8);
      for (int j = 0; j < elf.getShort(library + 2); j++) {
        versions.add(string(elf, strings + elf.getInt(version + 8)));
        version += elf.getInt(version + 12);
      }
      library += elf.getInt(library + 12);
    }
  }

  private static String string(ByteBuffer elf, int at) {
    int length = 0;
    while (elf.get(at + length) != 0) {
      length++;
    }
    return StandardCharsets.US_ASCII.decode(elf.slice(at, length)).toString();
  }
}
