#!/usr/bin/env python3
"""Writes GB18030Table.swift beside this file from Python's gb18030 codec (GB 18030-2000), after checking the rules that
make the table small. Run it again only if the codec changes: python3 generate-gb18030.py

Two-byte codes, lead 81-FE, trail 40-7E 80-FE:
  B0-F7, trail A1-FE        GB 2312: stored as text
  A1-A9 (but see below)     symbols: stored as runs
  A1-A7, trail 40-A0        private use from U+E4C6
  AA-AF, trail A1-FE        private use from U+E000;  F8-FE, trail A1-FE from U+E234
  81-A0 all; AA-FE, trail 40-A0   the Han characters U+4E00-9FA5 that GB 2312 lacks, in order; then a tail: runs
Four-byte codes: all BMP characters from U+0080 without two-byte code and surrogates, in order; then U+10000-10FFFF from
90 30 81 30."""
import hashlib, os, textwrap

TRAILS = [*range(0x40, 0x7F), *range(0x80, 0xFF)]
LOW = [t for t in TRAILS if t < 0xA1]
HIGH = [t for t in TRAILS if t >= 0xA1]

def code(*octets):
    return ord(bytes(octets).decode("gb18030"))

two = {(a, b): code(a, b) for a in range(0x81, 0xFF) for b in TRAILS}
hanzi = [[two[a, b] for b in HIGH] for a in range(0xB0, 0xF8)]
stored = {c for row in hanzi for c in row}
rest = [c for c in range(0x4E00, 0x9FA6) if c not in stored]
ordered = [(a, b) for a in range(0x81, 0xA1) for b in TRAILS] + [(a, b) for a in range(0xAA, 0xFF) for b in LOW]
tail = [two[k] for k in ordered[len(rest):]]
symbols = [two[a, b] for a in range(0xA1, 0xAA) for b in (HIGH if a < 0xA8 else TRAILS)]

assert [two[k] for k in ordered[:len(rest)]] == rest
assert [two[a, b] for a in range(0xA1, 0xA8) for b in LOW] == list(range(0xE4C6, 0xE4C6 + 7 * 96))
assert [two[a, b] for a in range(0xAA, 0xB0) for b in HIGH] == list(range(0xE000, 0xE000 + 6 * 94))
assert [two[a, b] for a in range(0xF8, 0xFF) for b in HIGH] == list(range(0xE234, 0xE234 + 7 * 94))

def four(n):
    return code(0x81 + n // 12600, 0x30 + n // 1260 % 10, 0x81 + n // 10 % 126, 0x30 + n % 10)

codes = set(two.values())
bmp = [c for c in range(0x80, 0x10000) if c not in codes and not 0xD800 <= c < 0xE000]
assert [four(n) for n in range(len(bmp))] == bmp
assert four(189000) == 0x10000 and four(189000 + 0xFFFFF) == 0x10FFFF

def runs(values):
    found = []
    for value in values:
        if found and value == found[-1][0] + found[-1][1]:
            found[-1][1] += 1
        else:
            found.append([value, 1])
    return " ".join(f"{v:04X}" + (f"+{n}" if n > 1 else "") for v, n in found)

def literal(text):
    return '"""\n' + "\n".join("    " + line for line in text) + '\n    """'

def shown(c):
    return chr(c) if c < 0xE000 else "\\u{%X}" % c

all_two = "".join(chr(two[a, b]) for a in range(0x81, 0xFF) for b in TRAILS)
digest = hashlib.sha256((all_two + "".join(map(chr, bmp))).encode()).hexdigest()

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "GB18030Table.swift"), "w") as out:
    out.write(f'''// Written by generate-gb18030.py; do not edit.

/// The characters of GB 18030 that no rule gives; `GB18030` makes the whole table of them.
enum GB18030Table {{
  /// GB 2312: lead bytes B0–F7, a line each, trail bytes A1–FE.
  static let hanzi = {literal(["".join(map(shown, row)) for row in hanzi])}

  /// Lead bytes A1–A7 with trail bytes A1–FE, then A8 and A9 with 40–7E, 80–FE; hexadecimal, `+n` for n in a row.
  static let symbols = {literal(textwrap.wrap(runs(symbols), 112))}

  /// What follows the Han characters in order, up to FEA0; as `symbols`.
  static let tail = {literal(textwrap.wrap(runs(tail), 112))}

  /// SHA-256 over the UTF-8 of all two-byte characters, then all four-byte characters of the BMP, in code order.
  static let digest = "{digest}"
}}
''')
