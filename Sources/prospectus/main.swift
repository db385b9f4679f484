import CommandLineTool
Probe.run()
