/// Documents of `yaml-cn.json` and `yaml11-vs-12.json` that YAML 1.2 accepts and we refuse, each with its reason.
enum YAMLDifferences {
  static let refused: [String: String] = [
    "ycn-05": "a document that is one line with a full-width colon: meant as an entry, text to YAML",
    "ycn-06": "a document that is one line with a full-width space behind its colon: meant as an entry, text to YAML",
    "ycn-21": "explicit keys (`? key`) are left out",
    "ycn-22": "duplicate keys are an error; YAML 1.2 forbids them too, the oracle's event stream lets them through",
    "ycn-35": "anchors and aliases are left out",
    "ycn-36": "anchors, aliases and merge keys are left out",
    "ycn-37": "tags are left out",
    "ycn-38": "directives are left out",
    "ycn-40": "one file holds one document",
    "ycn-48": "tags are left out",
    "ycn-72": "one file holds one document",
    "k: !!str 123\n": "tags are left out",
    "k: !!str no\n": "tags are left out",
    "k: &x y\n": "anchors are left out",
    "k: !x\n": "tags are left out",
  ]
}
