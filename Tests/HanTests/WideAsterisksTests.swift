import Han
import Testing

@Suite struct WideAsterisksTests {
  @Test(arguments: [
    ("＊＊重要＊＊", [WideAsterisks.Meaning.emphasis, .emphasis]), ("请＊＊务必＊＊带＊＊证", [.emphasis, .emphasis, .gap]),
    ("张＊＊、李＊＊", [.mask, .mask]), ("138＊＊＊＊1234", [.mask]), ("20＊＊年＊＊月", [.gap, .gap]), ("由＊＊老师主持", [.gap]), ("＊", []),
    ("＊＊", [.gap]), ("张＊", []),
  ])
  func `full-width asterisks are bold words, hide something or are gaps`(
    text: String, meanings: [WideAsterisks.Meaning]
  ) {
    #expect(WideAsterisks.runs(in: text.unicodeScalars.map(\.value)).map(\.meaning) == meanings)
  }
}
