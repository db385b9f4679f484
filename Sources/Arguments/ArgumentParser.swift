import Diagnostics

/// Reads a command line by the tables; looks at nothing but its words.
///
/// ```
/// line    = { global flag } command { flag | operand } [ "--" { operand } ]
/// flag    = "--name" | "--name" value | "--name=value" | "-x" | "-x" value
/// command = name { name }          as deep as the table goes
/// ```
///
/// `-` alone is an operand. `--help` and `-h` count wherever they stand; `help` may stand for them in front.
package struct ArgumentParser: Sendable {
  /// The program with its commands and global flags.
  package let program: Command

  /// A parser for a program.
  package init(_ program: Command) { self.program = program }

  /// Reads the words behind the program's name.
  ///
  /// - Throws: the first error from the left.
  /// - Complexity: O(words × flags).
  package func parse(_ words: [String]) throws(ArgumentError) -> Invocation {
    var state = State(program: program, words: words[...])
    if words.first == "help" {
      state.words.removeFirst()
      while let word = state.words.popFirst(), !word.hasPrefix("-") { try state.take(command: word) }
      return .help(state.path)
    }
    while let word = state.words.popFirst() {
      if word == "--" {
        for operand in state.words { try state.take(operand: operand) }
        break
      }
      if word.hasPrefix("-"), word != "-" {
        try state.take(flag: word)
      } else if state.command.commands.isEmpty {
        try state.take(operand: word)
      } else {
        try state.take(command: word)
      }
      if state.wantsHelp { return .help(state.path) }
      if state.wantsVersion { return .version }
    }
    return .run(try state.finish())
  }

  private struct State {
    var words: ArraySlice<String>
    var path: [String]
    var command: Command
    /// Flags of the command and of those above it.
    var flags: [Flag]
    var values: [String: [String]] = [:]
    var operands: [String] = []
    var wantsHelp = false
    var wantsVersion = false

    init(program: Command, words: ArraySlice<String>) {
      self.words = words
      path = [program.name]
      command = program
      flags = program.flags + [.help, .version]
    }

    mutating func take(command name: String) throws(ArgumentError) {
      guard let next = command.commands.first(where: { $0.name == name }) else {
        throw .unknownCommand(name, suggestion: Suggestion.nearest(to: name, among: command.commands.map(\.name)))
      }
      path.append(name)
      command = next
      flags += next.flags
      flags.removeAll { $0 == .version }
    }

    mutating func take(operand: String) throws(ArgumentError) {
      let isFull = operands.count >= command.operands.count && command.operands.last?.count != .many
      if isFull { throw .surplusOperand(operand, command: path.joined(separator: " ")) }
      operands.append(operand)
    }

    mutating func take(flag word: String) throws(ArgumentError) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let flag = flag(parts[0]) else { throw unknown(parts[0]) }
      if flag == .help { return wantsHelp = true }
      if flag == .version { return wantsVersion = true }
      var value = ""
      if flag.takesValue {
        if parts.count == 2 {
          value = parts[1]
        } else {
          // A word that looks like a flag is more likely one than a value; `--name=-x` says otherwise.
          guard let next = words.first, !next.hasPrefix("-") || next == "-" else { throw .missingValue(flag) }
          value = next
          words.removeFirst()
        }
        try flag.check(value)
      } else if parts.count == 2 {
        throw .unexpectedValue(flag, parts[1])
      }
      if !flag.isRepeated, values[flag.name] != nil { throw .givenTwice(flag) }
      values[flag.name, default: []].append(value)
    }

    func finish() throws(ArgumentError) -> ParsedArguments {
      guard command.commands.isEmpty else {
        throw .missingCommand(path.joined(separator: " "), choices: command.commands.map(\.name))
      }
      let needed = command.operands.filter { $0.count == .one }
      if operands.count < needed.count {
        throw .missingOperand(needed[operands.count].name, command: path.joined(separator: " "))
      }
      return ParsedArguments(command: Array(path.dropFirst()), operands: operands, values: values)
    }

    private func flag(_ word: String) -> Flag? {
      flags.first { $0.spelling == word || $0.short.map { "-" + $0 == word } ?? false }
    }

    private func unknown(_ word: String) -> ArgumentError {
      // A flag of a command below: it stands in front of the command's name.
      for (below, command) in command.all.dropFirst() where command.flags.contains(where: { $0.spelling == word }) {
        return .flagTooEarly(word, command: below.dropFirst().joined(separator: " "))
      }
      return .unknownFlag(word, suggestion: Suggestion.nearest(to: word, among: flags.map(\.spelling)))
    }
  }
}

/// What a command line asks for.
package enum Invocation: Hashable, Sendable {
  case run(ParsedArguments)
  /// The help of the command with these names, the program's first.
  case help([String])
  case version
}
