import Diagnostics
import Markdown
import Testing

/// Fences that are not closed, and words behind them that nobody sees.
@Suite struct CodeBlockTests {
  private func problems(_ text: String) -> String {
    rendered(text, .portal).problems(in: text).joined(separator: "|")
  }

  @Test(arguments: [
    ("```\n甲", "```"), ("甲\n\n```\n乙\n\n丙\n", "```"), ("~~~~\n甲\n~~~", "~~~~"), ("````\n甲\n```\n", "````"),
    ("```", "```"),
    ("- ```\n  甲\n\n乙", "```"), ("> ```\n> 甲\n\n乙", "```"), ("- ```\n  甲\n- ```\n  乙\n  ```", "```"),
    ("```\n甲\n~~~\n", "```"),
    ("> ```\n> 甲\n```\n乙\n```", "```"), ("1. 甲\n\n   ```\n   乙\n\n丙", "```"), ("```\n甲\n```\n\n```\n乙", "```"),
    ("```python\r\nx\r\n", "```"),
    ("| 甲 |\n|---|\n| 乙 |\n\n```\n丙", "```"), ("- 甲\n\n  ```\n  乙\n```\n丙\n```", "```"),
  ])
  func `a fence that nothing closes is told`(text: String, place: String) {
    #expect(problems(text) == "MD36 " + place)
    #expect(rendered(text, .portal).diagnostics.allSatisfy { $0.severity == .warning && $0.repair != nil })
  }

  @Test(arguments: [
    ":::note\n```\n甲\n:::", "::::note\n:::tip\n```\n甲\n:::\n::::\n", "甲\n\n:::note\n~~~\n乙\n\n:::\n\n丙",
  ])
  func `the directive whose end it swallows is not told, too`(text: String) {
    #expect(problems(text).hasPrefix("MD36"))
    #expect(!problems(text).contains("|"), "\(problems(text))")
    #expect(problems(":::note\n```\n甲") == "MD36 ```|MD03 :::note")
  }

  @Test(arguments: [
    ("```请看附件\n甲\n```", "请看附件", Severity.error), ("``` 请看 附件 \n甲", "请看 附件", .error),
    ("```python 画图\nx\n```", "画图", .warning), ("~~~ see the file\n甲\n~~~", "the file", .warning),
    ("> ```（说明）\n> 甲\n> ```", "（说明）", .error), ("```C语言\nx\n```\n", "C语言", .warning),
  ])
  func `words behind a fence are told`(text: String, place: String, severity: Severity) {
    #expect(problems(text) == "MD37 " + place)
    #expect(rendered(text, .portal).diagnostics.map(\.severity) == [severity])
  }

  @Test(arguments: [
    "```\n甲\n```", "```\n甲\n````  \n乙", "~~~\n甲\n~~~", "- ```\n  甲\n  ```\n\n乙", "> ```\n> 甲\n> ```",
    "> ```\n> 甲\n> ```\n\n```\n乙\n```",
    "    ```\n    x = 1\n", "```python\nx\n```", "```python title=\"画图 一\"\nx\n```", "```js {1,3}\nx\n```",
    "```{.python #甲}\nx\n```",
    "```js {#a}\nx\n```", "```rust,ignore\nx\n```", "```python numberLines\nx\n```", "```\n```", "```\n```\n", "`x`",
    "```甲```",
    "1. 甲\n   ```\n   乙\n   ```\n2. 丙",
    "- 甲\n\n      ```\n      乙", "```\r\n甲\r\n```\r\n乙", "```\r甲\r```\r乙", "```\n:::note\n```\n",
    "甲[^1]\n\n[^1]: 乙\n\n    ```\n    丙\n    ```\n\n丁",
    "| 甲 |\n|---|\n| 乙 |\n\n```\n丙\n```\n\n丁", "> - ```\n>   甲\n>   ```\n乙",
  ])
  func `what is closed and says its language is left alone`(text: String) {
    #expect(!problems(text).contains("MD3"), "\(problems(text))")
  }
}
