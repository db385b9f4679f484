import Diagnostics

/// What version control writes into a file that two people have changed: neither version is the file any more.
enum ConflictMarker {
  /// FL09 at the first marker of a file; `nil` for a file without.
  ///
  /// - Complexity: O(length).
  static func find(in file: ContentFile) -> Diagnostic? {
    let bytes = file.bytes.span
    let sign = UInt8(ascii: "<")
    let length = 7
    // A marker covers one of every seven bytes: only those are looked at.
    var index = length - 1
    while index < bytes.count {
      guard bytes[index] == sign else {
        index += length
        continue
      }
      var start = index
      while start > 0, bytes[start - 1] == sign { start -= 1 }
      var end = index
      while end < bytes.count, bytes[end] == sign { end += 1 }
      let beginsLine = start == 0 || bytes[start - 1] == UInt8(ascii: "\n")
      if beginsLine, end - start == length, end < bytes.count, bytes[end] == UInt8(ascii: " ") {
        return diagnostic(at: SourceLocation(file.path, SourceSpan(start, end)))
      }
      index = end + length - 1
    }
    return nil
  }

  private static func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "FL09", Message(zh: "文件里有合并时留下的冲突标记", en: "the file holds a conflict of two versions"), at: location,
      repair: Message(
        zh: "在 <<<<<<< 与 ======= 之间、======= 与 >>>>>>> 之间选一种写法，删去这三行标记",
        en: "keep what stands before or behind =======, and delete the lines <<<<<<<, ======= and >>>>>>>"))
  }
}
