package import Diagnostics

/// One row of the table of flags: what the parser accepts and what the help says.
///
/// ```swift
/// extension Flag {
///   static let jobs = Flag("jobs", takes: .count(1...256), Message(zh: "线程数", en: "number of threads"))
/// }
/// ```
package struct Flag: Hashable, Sendable {
  /// What stands behind a flag.
  package enum Value: Hashable, Sendable {
    /// Nothing: the flag is there or not.
    case none
    /// Any text; the placeholder stands for it in the help.
    case text(Message)
    /// The path of a file or folder; the placeholder stands for it in the help.
    case path(Message)
    /// A whole number in a range.
    case count(ClosedRange<Int>)
    /// A day, `2026-09-18`.
    case date
    /// One of some words.
    case choice([String])
    /// Several of some words, with commas between them.
    case list([String])
  }

  /// Without the dashes.
  package let name: String
  /// One letter for `-x`.
  package let short: String?
  package let value: Value
  /// Whether it may be given several times; otherwise the second is an error.
  package let isRepeated: Bool
  /// What holds without the flag, as the user would write it; `nil` when nothing does.
  package let standard: String?
  package let summary: Message

  package init(
    _ name: String, short: String? = nil, takes value: Value = .none, isRepeated: Bool = false, standard: String? = nil,
    _ summary: Message
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.isRepeated = isRepeated
    self.standard = standard
    self.summary = summary
  }

  /// `--name`.
  package var spelling: String { "--" + name }

  /// Whether a value must follow.
  package var takesValue: Bool { value != .none }

  /// Accepted by every command.
  package static let help = Flag("help", short: "h", Message(zh: "显示本说明", en: "show this help"))
  /// Accepted where no command is given.
  package static let version = Flag("version", Message(zh: "显示版本", en: "show the version"))
}
