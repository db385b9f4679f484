import Diagnostics

/// What version control writes into a file that two people have changed: neither version is the file any more.
enum ConflictMarker {
  /// FL09 at the first marker of a file; `nil` for a file without.
  ///
  /// - Complexity: O(length).
  static func find(in file: ContentFile) -> Diagnostic? {
    let sign = UInt8(ascii: "<")
    var index = 0
    while let next = file.bytes[index...].firstIndex(of: sign) {
      var end = next
      while end < file.bytes.count, file.bytes[end] == sign { end += 1 }
      let beginsLine = next == 0 || file.bytes[next - 1] == UInt8(ascii: "\n")
      if beginsLine, end - next == 7, end < file.bytes.count, file.bytes[end] == UInt8(ascii: " ") {
        return diagnostic(at: SourceLocation(file.path, SourceSpan(next, end)))
      }
      index = end
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
