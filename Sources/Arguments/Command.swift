package import Diagnostics

/// One row of the table of commands. A command with commands of its own (`inspect markdown`) does nothing itself.
package struct Command: Hashable, Sendable {
  /// An argument known by its place.
  package struct Operand: Hashable, Sendable {
    /// How often it is given.
    package enum Count: Hashable, Sendable {
      case one, optional
      /// Any number, also none; only as the last.
      case many
    }

    package let name: String
    package let count: Count
    package let summary: Message

    package init(_ name: String, count: Count = .one, _ summary: Message) {
      self.name = name
      self.count = count
      self.summary = summary
    }
  }

  package let name: String
  package let summary: Message
  /// Paragraphs behind the usage line.
  package let discussion: Message?
  package let operands: [Operand]
  /// Flags of this command and of those below it.
  package let flags: [Flag]
  package let commands: [Command]

  package init(
    _ name: String, _ summary: Message, discussion: Message? = nil, operands: [Operand] = [], flags: [Flag] = [],
    commands: [Command] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.flags = flags
    self.commands = commands
  }

  /// This command and all below it, each with the names that lead to it.
  package var all: [(path: [String], command: Command)] {
    [([name], self)] + commands.flatMap { $0.all.map { ([name] + $0.path, $0.command) } }
  }
}
