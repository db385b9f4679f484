import Diagnostics

/// What is wrong with a command line; `ArgumentError+Message.swift` has the sentences.
package enum ArgumentError: Error, Hashable, Sendable {
  case unknownCommand(String, suggestion: String?)
  case missingCommand(String, choices: [String])
  case unknownFlag(String, suggestion: String?)
  /// A flag of `command` before the command's name.
  case flagTooEarly(String, command: String)
  case missingValue(Flag)
  case unexpectedValue(Flag, String)
  case badValue(Flag, String, suggestion: String?)
  case givenTwice(Flag)
  case missingOperand(String, command: String)
  case surplusOperand(String, command: String)
}

extension Flag {
  /// Whether `text` is a value of the flag's kind.
  func check(_ text: String) throws(ArgumentError) {
    switch value {
    case .none, .text: return
    case .path:
      if text.isEmpty { throw .badValue(self, text, suggestion: nil) }
    case .count(let range):
      guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(text),
        range.contains(number)
      else { throw .badValue(self, text, suggestion: nil) }
    case .date:
      if !Self.isDay(text) { throw .badValue(self, text, suggestion: nil) }
    case .choice(let words):
      try check(text, among: words)
    case .list(let words):
      for part in text.split(separator: ",", omittingEmptySubsequences: false) { try check(String(part), among: words) }
    }
  }

  private func check(_ word: String, among words: [String]) throws(ArgumentError) {
    guard !words.contains(word) else { return }
    throw .badValue(self, word, suggestion: Suggestion.nearest(to: word, among: words))
  }

  /// `YYYY-MM-DD`, a day of the Gregorian calendar.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return false }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 3, numbers[0] >= 1, (1...12).contains(numbers[1]) else { return false }
    let year = numbers[0]
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
    return (1...days).contains(numbers[2])
  }
}
