import Files
import Glibc

// The measuring companion of `prospectus`: makes portals of any size and times their builds.
exit(Bench.run(Array(CommandLine.arguments.dropFirst()), in: .system()))
