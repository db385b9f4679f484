#!/usr/bin/env python3
"""Writes StrokeTable.swift, PinyinTable.swift and CompatibilityTable.swift beside this file, and the characters of the
Table of General Standard Characters (2013) in its order for the tests. Run it again only if its sources change:

    apt-get install unicode-data rime-data-stroke && python3 generate-han.py

Sources
  unicode-data        Unihan and UnicodeData 15.0 (Unicode licence): kTotalStrokes, kTGH, kMandarin, kTGHZ2013,
                      kHanyuPinlu, canonical decompositions
  rime-data-stroke    stroke sequences of 75,000 characters, h s p n z for 横竖撇点折 (LGPL-3)
  stroke-corrections.txt   what the dictionary lacks or has wrong, each with its reason

Strokes: the sequence of a character is the last entry of the dictionary that has as many strokes as Unihan counts (the
first entries follow Taiwan's order), or its correction. Sorted by count and sequence, the 8,105 standard characters
must come out as the table has them inside each of its three levels; equal sequences keep its order. The other
characters of U+4E00-9FFF stand where their sequences put them, those without a fitting one at the end of their count.
The twelve ideographs of U+F900-FAFF that are
no compatibility characters are among them. All other ideographs have a count only.

Readings: of a standard character those of the dictionary of the table (kTGHZ2013), the main one being kMandarin's if it
is among them, else the most frequent of kHanyuPinlu, else the first; MAIN below overrules. Of other characters kMandarin."""
import bz2, collections, itertools, os, re, textwrap, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
UNICODE = "/usr/share/unicode/"
LEVELS = [(1, 3500), (3501, 6500), (6501, 8105)]
BASIC = range(0x4E00, 0xA000)
# Main readings that the rule gets wrong for names and titles.
MAIN = dict(re.findall(r"(\S)(\S+)", "地dì 似sì 卜bǔ 勒lè 尽jìn 匙chí 拓tuò 琢zhuó 沓tà 咳ké 啊ā 颉xié 晟shèng 翟zhái 靓liàng 郇xún 乜niè 嗯èn 呣mú"))

def unihan(name, *keys):
    found = {key: {} for key in keys}
    for line in bz2.open(UNICODE + name, "rt", encoding="utf8"):
        if line.startswith("U+"):
            scalar, key, value = line.rstrip("\n").split("\t")
            if key in found:
                found[key][int(scalar[2:], 16)] = value
    return found.values()

# Compatibility ideographs and the ideographs that stand for them in normalised text.
compatible = {}
with open(UNICODE + "UnicodeData.txt", encoding="utf8") as data:
    for line in data:
        fields = line.split(";")
        if re.fullmatch("[0-9A-F]+", fields[5]) and (0xF900 <= (c := int(fields[0], 16)) <= 0xFAD9 or 0x2F800 <= c <= 0x2FA1D):
            compatible[c] = int(fields[5], 16)

def literal(lines):
    return '"""\n' + "\n".join("    " + line for line in lines) + '\n    """'

def wrapped(text, width=110):
    return [text[i:i + width] for i in range(0, len(text), width)]

def write(name, text):
    with open(os.path.join(HERE, name), "w", encoding="utf8") as out:
        out.write(text)

# MARK: strokes

(counts,) = unihan("Unihan_IRGSources.txt.bz2", "kTotalStrokes")
counts = {c: int(v.split()[0]) for c, v in counts.items()}
(numbers,) = unihan("Unihan_OtherMappings.txt.bz2", "kTGH")
numbers = {c: int(v.split(":")[1]) for c, v in numbers.items()}
standard = sorted(numbers, key=numbers.get)
assert [numbers[c] for c in standard] == list(range(1, 8106))

entries = collections.defaultdict(list)
with open("/usr/share/rime-data/stroke.dict.yaml", encoding="utf8") as dictionary:
    for line in dictionary:
        parts = line.rstrip("\n").split("\t")
        if len(parts) > 1 and len(parts[0]) == 1:
            entries[ord(parts[0])].append(parts[1].translate(str.maketrans("hspnz", "12345")))

def fitting(c):
    return next((s for s in reversed(entries[c]) if len(s) == counts[c]), None)

sequences = {c: fitting(c) for c in [*BASIC, *range(0xF900, 0xFB00), *standard] if c in counts and c not in compatible}
with open(os.path.join(HERE, "stroke-corrections.txt"), encoding="utf8") as corrections:
    corrections = [line.rstrip("\n").split("\t") for line in corrections if line[0] != "#"]
for character, parts, reason in corrections:
    assert reason
    sequence = "".join(p if p in "12345" else sequences[ord(p)] for p in parts)
    assert sequences[ord(character)] != sequence, f"{character}: the dictionary says the same"
    sequences[ord(character)] = sequence
for c in standard:
    assert sequences[c], f"{chr(c)}: no sequence"
    counts[c] = len(sequences[c])
for low, high in LEVELS:
    level = standard[low - 1:high]
    for a, b in zip(level, level[1:]):
        assert (counts[a], sequences[a]) <= (counts[b], sequences[b]), f"{chr(a)} {sequences[a]}, {chr(b)} {sequences[b]}"
assert 0x3007 not in counts
counts[0x3007] = 1
sequences[0x3007] = "5"

def place(c):
    return counts[c], sequences[c] or "9", numbers.get(c, 9999), c

ordered = sorted(sequences, key=place)
by_count = collections.defaultdict(str)
for c in ordered:
    by_count[counts[c]] += chr(c)
lines = []
for count in sorted(by_count):
    lines += textwrap.wrap(f"{count} {by_count[count]}", 90, break_on_hyphens=False)

def count_runs(low, high):
    """A byte 40 + count for each character, with a decimal after it that says how often it stands there."""
    text, index = "", low
    while index <= high:
        count, start = min(counts.get(index, 0), 62), index
        while index <= high and min(counts.get(index, 0), 62) == count:
            index += 1
        text += chr(0x40 + count) + (str(index - start) if index - start > 1 else "")
    return text

blocks = [(0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0), (0x30000, 0x323AF)]
runs = "".join(f">{low:X}.{count_runs(low, high)}" for low, high in blocks)
assert all(c in sequences or c in compatible or any(l <= c <= h for l, h in blocks) for c in counts)

write("StrokeTable.swift", f'''// Written by generate-han.py; do not edit.
//
// The order comes from the stroke sequences of rime-stroke (https://github.com/rime/rime-stroke; GONG Chen, Kunki Chiu,
// 雪齋, 四季的風), which is free under the GNU Lesser General Public License, version 3
// (https://www.gnu.org/licenses/lgpl-3.0.html), corrected by stroke-corrections.txt; this file may be passed on under
// that licence. Stroke counts and the table of standard characters: Unihan 15.0, Unicode licence.

/// Characters in the order of their strokes; `StrokeWeights` makes numbers of them.
enum StrokeTable {{
  /// Every character of U+4E00–9FFF, every standard character and 〇, by number of strokes and sequence of strokes
  /// 横竖撇点折. A number in front: from here on that many strokes.
  static let ordered = {literal(lines)}

  /// Numbers of strokes of the other ideographs. `>3400.` says where the next ones begin; then one ASCII character
  /// 40 + strokes for each, or with a decimal behind it for so many; 40 itself for no character.
  static let counted = #{literal(wrapped(runs))}#
}}
''')

# MARK: readings

mandarin, dictionary, frequent = unihan("Unihan_Readings.txt.bz2", "kMandarin", "kTGHZ2013", "kHanyuPinlu")
MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}

def syllable(text):
    """(letters with v for ü, tone 1-5), or nothing for ê, m, ng."""
    letters, tone = "", 5
    for mark in unicodedata.normalize("NFD", text):
        if mark in MARKS:
            tone = MARKS[mark]
        elif mark == "\u0308" and letters.endswith("u"):
            letters = letters[:-1] + "v"
        elif "a" <= mark <= "z":
            letters += mark
        else:
            return None
    return (letters, tone) if re.search("[aeiouv]", letters) else None

def shown(reading):
    return reading[0] + (str(reading[1]) if reading[1] < 5 else "0")

readings = {}
for c in ordered:
    first = [syllable(r) for r in mandarin.get(c, "").split()[:1]]
    listed = list(dict.fromkeys(syllable(e.split(":")[1]) for e in dictionary.get(c, "").split()))
    often = [syllable(re.sub(r"\(.*", "", r)) for r in frequent.get(c, "").split()]
    candidates = [r for r in [*first, *often, *listed] if r and (r in listed or not any(listed))]
    if chr(c) in MAIN:
        candidates.insert(0, syllable(MAIN[chr(c)]))
    if candidates:
        readings[c] = list(dict.fromkeys(candidates[:1] + [r for r in listed if r]))
readings[0x3007] = [("ling", 2)]
assert all(c in readings for c in standard), [chr(c) for c in standard if c not in readings]

syllables = sorted({r for all_ in readings.values() for r in all_})
index = {s: i for i, s in enumerate(syllables)}
assert len(syllables) < 44 * 44 - 1

tones = " ".join(letters + "".join(str(tone % 5) for _, tone in group)
                 for letters, group in itertools.groupby(syllables, key=lambda s: s[0]))

def code(number):
    return chr(0x30 + number // 44) + chr(0x30 + number % 44)

codes = "".join(code(index[readings[c][0]] + 1 if c in readings else 0) for c in BASIC)
outside = " ".join(chr(c) + shown(readings[c][0]) for c in ordered if c not in BASIC and c in readings)
several = " ".join(chr(c) + ",".join(map(shown, readings[c][1:])) for c in ordered if len(readings.get(c, [])) > 1)

write("PinyinTable.swift", f'''// Written by generate-han.py from Unihan 15.0 (Unicode licence); do not edit.

/// Readings of characters; `PinyinReadings` makes lookups of them. A syllable is its letters, `v` for ü, and its tone,
/// 0 for the neutral one.
enum PinyinTable {{
  /// The syllables there are, in the order of dictionaries: by letters, then by tone, the neutral one last;
  /// `a12` is a1 a2.
  static let syllables = {literal(textwrap.wrap(tones, 100))}

  /// Main readings of U+4E00–9FFF, two ASCII characters each: 30 + n / 44 and 30 + n % 44 for the n-th syllable, counted
  /// from 1; 0 for none.
  static let main = {literal(wrapped(codes, 112))}

  /// Main readings of the other characters of `StrokeTable.ordered`.
  static let outside = {literal(textwrap.wrap(outside, 88))}

  /// Further readings of standard characters.
  static let further = {literal(textwrap.wrap(several, 88))}
}}
''')

# MARK: compatibility ideographs

def targets(low, high):
    return "".join(chr(compatible[c]) if c in compatible else "-" for c in range(low, high + 1))

write("CompatibilityTable.swift", f'''// Written by generate-han.py from UnicodeData (Unicode licence); do not edit.

/// Compatibility ideographs: the unified ideographs that normalisation replaces them by.
enum CompatibilityTable {{
  /// For U+F900 and the following; `-` for none.
  static let basic = {literal(wrapped(targets(0xF900, 0xFAD9), 90))}

  /// For U+2F800 and the following.
  static let supplementary = {literal(wrapped(targets(0x2F800, 0x2FA1D), 90))}
}}
''')

# MARK: for the tests

fixtures = os.path.join(HERE, "..", "..", "..", "Tests", "HanTests", "Fixtures")
os.makedirs(fixtures, exist_ok=True)
with open(os.path.join(fixtures, "standard-characters.txt"), "w", encoding="utf8") as out:
    for low, high in LEVELS:
        out.write("".join(map(chr, standard[low - 1:high])) + "\n")
