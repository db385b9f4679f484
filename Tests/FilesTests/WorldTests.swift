import Files
import Testing

@Suite struct WorldTests {
  @Test func `today is the day in China whatever the machine says`() {
    // 2026-09-18T15:59:59Z is still the 18th in Beijing, a second later it is the 19th.
    #expect(Timestamp(seconds: 1_789_747_199).day() == (2026, 9, 18))
    #expect(Timestamp(seconds: 1_789_747_200).day() == (2026, 9, 19))
    #expect(Timestamp(seconds: 1_789_747_200).day(offset: 0) == (2026, 9, 18))
    #expect(Timestamp(seconds: 0).day(offset: 0) == (1970, 1, 1))
    #expect(Timestamp(seconds: -1).day(offset: 0) == (1969, 12, 31))
    #expect(Timestamp(seconds: 951_782_400).day(offset: 0) == (2000, 2, 29))
    #expect(Timestamp(nanoseconds: -1).dayNumber(offset: 0) == -1)
  }

  @Test func `colours are for terminals without NO_COLOR`() {
    func allows(_ variables: [String: String], _ width: Int?) -> Bool {
      let world = World.fixed(files: MemoryFiles(), variables: variables, terminalWidth: width)
      return world.allowsColour(on: world.output)
    }
    #expect(allows([:], 80))
    #expect(allows(["NO_COLOR": ""], 80))
    #expect(!allows(["NO_COLOR": "1"], 80))
    #expect(!allows(["TERM": "dumb"], 80))
    #expect(!allows([:], nil))
  }

  @Test func `a transcript holds what was written`() {
    let transcript = Transcript()
    let world = World.fixed(files: MemoryFiles(), output: transcript)
    world.output.write("名单\n")
    world.output.write("2")
    #expect(transcript.text == "名单\n2")
  }

  @Test func `the system's world has a clock, a folder and processors`() throws {
    let world = World.system()
    #expect(world.now() > Timestamp(seconds: 1_700_000_000))
    #expect(world.workingFolder.hasPrefix("/"))
    #expect(world.processors >= 1)
    #expect(world.variable("PROSPECTUS_SURELY_NOT_SET") == nil)
    #expect(try world.files.kind(of: world.workingFolder) == .folder)
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func `work on several threads comes back in order`(count: Int) {
    #expect(Parallel.map(count, jobs: 4, run: 3) { $0 * 2 } == (0..<count).map { $0 * 2 })
  }
}
