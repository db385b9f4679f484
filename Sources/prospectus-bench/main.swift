import CommandLineTool
import Files

// The measuring companion of `prospectus`: makes portals of any size and times their builds.
exit(status: Bench.run(CommandLine.arguments.dropFirst().map { $0 }, in: .system()))
