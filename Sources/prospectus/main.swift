import CommandLineTool
import Files
import Glibc

// The executable: the words of the command line, this machine, an exit status.
exit(Tool.run(Array(CommandLine.arguments.dropFirst()), in: .system()))
