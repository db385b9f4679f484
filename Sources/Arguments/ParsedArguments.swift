/// A command line that fits the tables. Values are already of the kind their flag says.
package struct ParsedArguments: Hashable, Sendable {
  /// Names of the command, the program's left out: `["inspect", "markdown"]`.
  package let command: [String]
  package let operands: [String]
  /// By flag name, in the order given; a flag without value has empty ones.
  private let values: [String: [String]]

  init(command: [String], operands: [String], values: [String: [String]]) {
    self.command = command
    self.operands = operands
    self.values = values
  }

  /// Whether the flag was given.
  package func has(_ flag: Flag) -> Bool { values[flag.name] != nil }

  /// The value given, or what holds without the flag.
  package func text(_ flag: Flag) -> String? { values[flag.name]?.last ?? flag.standard }

  /// All values of a repeated flag, or of a list; what holds without the flag when it was not given.
  package func texts(_ flag: Flag) -> [String] {
    let given = values[flag.name] ?? flag.standard.map { [$0] } ?? []
    guard case .list = flag.value else { return given }
    return given.flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// The number given, or what holds without the flag.
  package func count(_ flag: Flag) -> Int? { text(flag).flatMap { Int($0) } }
}
